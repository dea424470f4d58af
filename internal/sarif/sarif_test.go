package sarif

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/reporttest"
)

var update = flag.Bool("update", false, "rewrite golden files")

// document is the part of SARIF that tests look at.
type document struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []struct {
		Tool struct {
			Driver struct {
				Rules []struct {
					ID               string
					Name             string
					ShortDescription struct{ Text string }
					FullDescription  struct{ Text string }
					Help             struct{ Text, Markdown string }
					Relationships    []struct {
						Target struct {
							ID            string
							Index         int
							ToolComponent struct{ Index int }
						}
					}
					Properties struct {
						Tags     []string
						Severity string `json:"security-severity"`
					}
				}
			}
		}
		AutomationDetails struct{ ID string }
		Taxonomies        []struct {
			Name string
			Taxa []struct{ ID string }
		}
		Results     []resultDoc
		Invocations []struct {
			ExecutionSuccessful        bool
			ToolExecutionNotifications []struct {
				Level      string
				Message    struct{ Text string }
				Descriptor struct{ ID string }
			}
		}
	}
}

type resultDoc struct {
	RuleID              string
	RuleIndex           int
	Level               string
	Rank                float64
	BaselineState       string
	Message             struct{ Text, Markdown string }
	Locations           []locationDoc
	RelatedLocations    []locationDoc
	PartialFingerprints map[string]string
	Suppressions        []map[string]any
	CodeFlows           []struct {
		ThreadFlows []struct {
			Locations []struct {
				Location       locationDoc
				NestingLevel   int
				ExecutionOrder int
			}
		}
	}
}

type locationDoc struct {
	ID               int
	Message          struct{ Text string }
	LogicalLocations []struct{ FullyQualifiedName string }
	PhysicalLocation struct {
		ArtifactLocation struct{ URI, URIBaseID string }
		Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
	}
}

func written(t testing.TB, r *finding.Report, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, raw []byte) document {
	t.Helper()
	var d document
	if err := json.Unmarshal(raw, &d); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, raw)
	}
	return d
}

// only is the shop's report with one finding.
func only(id string) *finding.Report {
	r := reporttest.Shop()
	for _, f := range r.Findings {
		if f.ID == id {
			r.Findings = []*finding.Finding{f}
		}
	}
	return r
}

func TestGolden(t *testing.T) {
	for _, id := range []string{"OBJ-005-3fa2c1b0", "PATH-001-0c2d4e6f"} {
		t.Run(id, func(t *testing.T) {
			var doc struct {
				Runs []struct{ Results []json.RawMessage }
			}
			if err := json.Unmarshal(written(t, only(id), Options{}), &doc); err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := json.Indent(&got, doc.Runs[0].Results[0], "", "  "); err != nil {
				t.Fatal(err)
			}
			golden(t, id+".json", got.String()+"\n")
		})
	}
	d := read(t, written(t, only("OBJ-005-3fa2c1b0"), Options{}))
	golden(t, "help.md", d.Runs[0].Tool.Driver.Rules[0].Help.Markdown)
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func TestOrderAndLevels(t *testing.T) {
	d := read(t, written(t, reporttest.Shop(), Options{}))
	var got []string
	for _, r := range d.Runs[0].Results {
		got = append(got, fmt.Sprintf("%s %s %.0f", r.RuleID, r.Level, r.Rank))
	}
	want := []string{
		"OBJ-005/critical error 98", "PATH-001/critical error 93", "GOC-004/high error 80",
		"OBJ-003/medium warning 65", "NET-003/medium warning 50", "AUD-001/medium warning 45", "NET-003/low note 10",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The severity of a rule is the highest score of its level in this run.
func TestSeverityIsTheHighestOfTheLevel(t *testing.T) {
	r := only("OBJ-003-9d8e7f60")
	second := *r.Findings[0]
	second.Rating.Score = 5.0
	r.Findings = []*finding.Finding{&second, r.Findings[0]}
	rules := read(t, written(t, r, Options{})).Runs[0].Tool.Driver.Rules
	if len(rules) != 1 || rules[0].Properties.Severity != "6.5" {
		t.Errorf("got %+v", rules)
	}
}

func TestRelationshipsPointAtTaxa(t *testing.T) {
	run := read(t, written(t, reporttest.Shop(), Options{})).Runs[0]
	seen := map[string]bool{}
	for _, r := range run.Tool.Driver.Rules {
		for _, rel := range r.Relationships {
			taxonomy := run.Taxonomies[rel.Target.ToolComponent.Index]
			if taxonomy.Taxa[rel.Target.Index].ID != rel.Target.ID {
				t.Errorf("%s: %s is not entry %d of %s", r.ID, rel.Target.ID, rel.Target.Index, taxonomy.Name)
			}
			seen[taxonomy.Name+" "+rel.Target.ID] = true
		}
	}
	for _, want := range []string{"CWE 918", "CAPEC 180", "ATT&CK T1530", "STRIDE denial"} {
		if !seen[want] {
			t.Errorf("no rule refers to %s", want)
		}
	}
}

func TestAccepted(t *testing.T) {
	find := func(o Options, id string) *resultDoc {
		for _, r := range read(t, written(t, reporttest.Shop(), o)).Runs[0].Results {
			if r.RuleID == id {
				return &r
			}
		}
		return nil
	}
	r := find(Options{}, "NET-003/medium")
	if r == nil || len(r.Suppressions) != 1 || r.Suppressions[0]["kind"] != "external" || r.Suppressions[0]["status"] != "accepted" {
		t.Fatalf("got %+v", r)
	}
	for key, value := range r.Suppressions[0] {
		if value == nil {
			t.Errorf("suppression has a null %s", key)
		}
	}
	if find(Options{OmitAccepted: true}, "NET-003/medium") != nil {
		t.Error("an accepted finding is there although it was to be left out")
	}
	r = find(Options{OmitAccepted: true}, "AUD-001/medium")
	if r == nil || len(r.Suppressions) != 0 || !strings.Contains(r.Message.Text, "ended on 2026-01-31") {
		t.Errorf("an acceptance that ended: got %+v", r)
	}
}

func TestPrefixAndNames(t *testing.T) {
	for _, c := range []struct{ prefix, file, want string }{
		{"", "main.tf", "main.tf"},
		{"infra/prod", "main.tf", "infra/prod/main.tf"},
		{"", "a b#c?.tf", "a%20b%23c%3F.tf"},
		{"", "c:/x.tf", "c%3A/x.tf"},
		{"", "größe.tf", "gr%C3%B6%C3%9Fe.tf"},
		{"infra", "../modules/a/main.tf", "modules/a/main.tf"},
		{"", "../../etc/passwd", "etc/passwd"},
		{"", "100%.tf", "100%25.tf"},
	} {
		if got := newPlaces(c.prefix, nil).uri(c.file); got != c.want {
			t.Errorf("uri(%q, %q) = %q, want %q", c.prefix, c.file, got, c.want)
		}
	}
}

func TestColumnsCountUTF16(t *testing.T) {
	source := fstest.MapFS{"main.tf": {Data: []byte("  name = \"😀é\" # x\r\nsecond\n")}}
	for _, c := range []struct {
		name string
		in   model.Location
		want [4]int
	}{
		{"to the closing quote", model.Location{File: "main.tf", Line: 1, Column: 11, EndLine: 1, EndColumn: 17}, [4]int{1, 11, 1, 14}},
		{"no columns: the line without its indent", model.Location{File: "main.tf", Line: 1}, [4]int{1, 3, 1, 19}},
		{"a block: its first line only", model.Location{File: "main.tf", Line: 1, Column: 3, EndLine: 2, EndColumn: 2}, [4]int{1, 3, 1, 19}},
		{"beyond the end", model.Location{File: "main.tf", Line: 2, Column: 90, EndLine: 2, EndColumn: 99}, [4]int{2, 7, 2, 8}},
		{"no such file", model.Location{File: "gone.tf", Line: 3, Column: 5, EndLine: 3, EndColumn: 9}, [4]int{3, 5, 3, 9}},
		{"the whole file", model.Location{File: "gone.tf"}, [4]int{1, 1, 1, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newPlaces("", source).region(c.in)
			if got := [4]int{*r.StartLine, *r.StartColumn, *r.EndLine, *r.EndColumn}; got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestLimitLeavesOutTheLeastAndSaysSo(t *testing.T) {
	run := read(t, written(t, reporttest.Shop(), Options{Limit: 3})).Runs[0]
	var got []string
	for _, r := range run.Results {
		got = append(got, r.RuleID)
	}
	if want := []string{"OBJ-005/critical", "PATH-001/critical", "GOC-004/high"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	notes := run.Invocations[0].ToolExecutionNotifications
	last := notes[len(notes)-1]
	if last.Descriptor.ID != "left-out" || !strings.HasPrefix(last.Message.Text, "4 findings with the lowest risk left out") {
		t.Errorf("got %+v", last)
	}
}

func TestGapsAreNotifications(t *testing.T) {
	run := read(t, written(t, reporttest.Shop(), Options{})).Runs[0]
	var got []string
	for _, n := range run.Invocations[0].ToolExecutionNotifications {
		got = append(got, n.Level+" "+n.Descriptor.ID+" "+n.Message.Text)
	}
	want := []string{
		"error not-analysed module.legacy: its source is in a registry and was not downloaded; run terraform init.",
		"warning less-exact aws_quux_widget.a: the catalogue does not know this type.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !run.Invocations[0].ExecutionSuccessful {
		t.Error("a part that was not analysed is not a failed run")
	}
	nothing := &finding.Report{System: &model.System{Gaps: []*model.Gap{{Severity: "error", What: "main.tf", Why: "does not parse"}}}}
	if read(t, written(t, nothing, Options{})).Runs[0].Invocations[0].ExecutionSuccessful {
		t.Error("a run that could read nothing is not successful")
	}
}

func TestPathShowsTheWeaknessOneLevelDown(t *testing.T) {
	r := read(t, written(t, only("PATH-001-0c2d4e6f"), Options{})).Runs[0].Results[0]
	var got []string
	for _, s := range r.CodeFlows[0].ThreadFlows[0].Locations {
		p := s.Location.PhysicalLocation
		got = append(got, fmt.Sprintf("%d.%d %s:%d", s.ExecutionOrder, s.NestingLevel, p.ArtifactLocation.URI, p.Region.StartLine))
	}
	want := []string{
		"1.0 internal/web/avatar.go:31", "2.1 internal/web/avatar.go:22", "3.1 internal/web/avatar.go:27", "4.1 internal/web/avatar.go:31",
		"5.0 infra/web.tf:14", "6.0 infra/web.tf:26",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSameBytesTwice(t *testing.T) {
	if !bytes.Equal(written(t, reporttest.Shop(), Options{}), written(t, reporttest.Shop(), Options{})) {
		t.Error("two runs differ")
	}
}

func TestOrderOfInputDoesNotMatter(t *testing.T) {
	r := reporttest.Shop()
	want := written(t, r, Options{})
	for i, j := 0, len(r.Findings)-1; i < j; i, j = i+1, j-1 {
		r.Findings[i], r.Findings[j] = r.Findings[j], r.Findings[i]
	}
	if !bytes.Equal(want, written(t, r, Options{})) {
		t.Error("the order of findings with different scores changes the file")
	}
}

func TestEmptyReport(t *testing.T) {
	d := read(t, written(t, &finding.Report{}, Options{}))
	if d.Runs[0].Results == nil || d.Runs[0].Tool.Driver.Rules == nil {
		t.Error("results and rules must be lists even when empty")
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestWriteErrorIsReported(t *testing.T) {
	if err := Write(brokenPipe{}, reporttest.Shop(), Options{}); err == nil || !strings.Contains(err.Error(), "broken pipe") {
		t.Errorf("got %v", err)
	}
}

// The schema forbids null everywhere, and the library likes to write it.
func TestNoNulls(t *testing.T) {
	for name, r := range map[string]*finding.Report{"shop": reporttest.Shop(), "hostile": hostile("x"), "empty": {}} {
		var doc any
		if err := json.Unmarshal(written(t, r, Options{}), &doc); err != nil {
			t.Fatal(err)
		}
		for _, where := range nulls("", doc) {
			t.Errorf("%s: null at %s", name, where)
		}
	}
}

func nulls(at string, v any) []string {
	var found []string
	switch v := v.(type) {
	case nil:
		found = append(found, at)
	case map[string]any:
		for key, inner := range v {
			found = append(found, nulls(at+"/"+key, inner)...)
		}
	case []any:
		for i, inner := range v {
			found = append(found, nulls(fmt.Sprintf("%s/%d", at, i), inner)...)
		}
	}
	return found
}
