package sarif

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math/rand/v2"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/reporttest"
	"github.com/threatvet/threatvet/internal/risk"
)

// checkGitHub tells what GitHub's documentation of its SARIF support asks for
// and the file does not have.
func checkGitHub(t testing.TB, d document) {
	t.Helper()
	if d.Schema == "" || d.Version != "2.1.0" || len(d.Runs) != 1 {
		t.Fatalf("no schema, version or run: %q %q %d", d.Schema, d.Version, len(d.Runs))
	}
	run := d.Runs[0]
	if id := run.AutomationDetails.ID; !strings.HasSuffix(id, "/") || len(id) < 2 {
		t.Errorf("automationDetails.id %q has no category", id)
	}
	if len(run.Results) > maxResults || len(run.Tool.Driver.Rules) > maxRules {
		t.Errorf("%d results, %d rules", len(run.Results), len(run.Tool.Driver.Rules))
	}
	for _, r := range run.Tool.Driver.Rules {
		score, err := strconv.ParseFloat(r.Properties.Severity, 64)
		if err != nil || score <= 0 || score > 10 {
			t.Errorf("%s: security-severity %q", r.ID, r.Properties.Severity)
		}
		if r.ID == "" || r.ShortDescription.Text == "" || r.FullDescription.Text == "" || r.Help.Text == "" {
			t.Errorf("%q lacks a text: %+v", r.ID, r)
		}
		for _, text := range []string{r.ShortDescription.Text, r.FullDescription.Text} {
			if n := utf8.RuneCountInString(text); n > 1024 {
				t.Errorf("%s: a description of %d characters", r.ID, n)
			}
		}
		if utf8.RuneCountInString(r.Name) > 255 || utf8.RuneCountInString(r.ID) > 255 {
			t.Errorf("%s: name or id too long", r.ID)
		}
		if len(r.Properties.Tags) > 10 || !slices.Contains(r.Properties.Tags, "security") {
			t.Errorf("%s: tags %v", r.ID, r.Properties.Tags)
		}
	}
	for i, r := range run.Results {
		checkResult(t, fmt.Sprintf("result %d (%s)", i, r.RuleID), r)
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("result %d: rule %d is not %s", i, r.RuleIndex, r.RuleID)
		}
	}
}

func checkResult(t testing.TB, name string, r resultDoc) {
	t.Helper()
	if r.Message.Text == "" || len(r.PartialFingerprints) == 0 || len(r.Locations) != 1 {
		t.Errorf("%s: %q, %d fingerprints, %d locations", name, r.Message.Text, len(r.PartialFingerprints), len(r.Locations))
	}
	if len(r.RelatedLocations) > 1000 {
		t.Errorf("%s: %d related locations", name, len(r.RelatedLocations))
	}
	all := slices.Concat(r.Locations, r.RelatedLocations)
	for _, flow := range r.CodeFlows {
		for _, thread := range flow.ThreadFlows {
			if n := len(thread.Locations); n == 0 || n > 10_000 {
				t.Errorf("%s: a flow of %d steps", name, n)
			}
			for _, s := range thread.Locations {
				all = append(all, s.Location)
			}
		}
	}
	for _, l := range all {
		uri, region := l.PhysicalLocation.ArtifactLocation.URI, l.PhysicalLocation.Region
		if uri == "" || path.IsAbs(uri) || strings.Contains(uri, "..") && path.Clean(uri) != uri || strings.ContainsAny(uri, " \\:#?") {
			t.Errorf("%s: uri %q", name, uri)
		}
		if region.StartLine < 1 || region.StartColumn < 1 || region.EndLine != region.StartLine || region.EndColumn <= region.StartColumn {
			t.Errorf("%s: region %+v", name, region)
		}
	}
	for i, l := range r.RelatedLocations {
		if l.ID != i+1 || l.Message.Text == "" {
			t.Errorf("%s: related location %d has id %d and text %q", name, i, l.ID, l.Message.Text)
		}
	}
}

func TestGitHub(t *testing.T) {
	checkGitHub(t, read(t, written(t, reporttest.Shop(), Options{Category: "infra", Version: "1.2.3"})))
}

func TestGitHubWithoutPlaces(t *testing.T) {
	r := reporttest.Shop()
	for _, f := range r.Findings {
		f.Location, f.Related, f.Trace = model.Location{}, nil, nil
	}
	checkGitHub(t, read(t, written(t, r, Options{})))
}

// A threat that nobody loaded (its policy is not in this build) still makes a
// complete rule.
func TestGitHubWithoutThreats(t *testing.T) {
	r := reporttest.Shop()
	r.Threats = nil
	for _, f := range r.Findings {
		f.Threat = nil
	}
	checkGitHub(t, read(t, written(t, r, Options{})))
}

func TestGitHubLimits(t *testing.T) {
	r := only("PATH-001-0c2d4e6f")
	f := r.Findings[0]
	f.Threat.Title = strings.Repeat("ä", 3000)
	f.Threat.Scenario = strings.Repeat("ö", 3000)
	for i := range 40 {
		f.Threat.CWE = append(f.Threat.CWE, i+1)
	}
	for i := range 3000 {
		f.Related = append(f.Related, model.Evidence{Location: model.Location{File: "a.tf", Line: i + 1}})
		f.Trace = append(f.Trace, model.TraceStep{Location: model.Location{File: "a.go", Line: i + 1}, Note: "step"})
		f.Instances = append(f.Instances, fmt.Sprintf("aws_x.y[%d]", i))
	}
	d := read(t, written(t, r, Options{}))
	checkGitHub(t, d)
	got := d.Runs[0].Results[0]
	steps := got.CodeFlows[0].ThreadFlows[0].Locations
	if n := len(steps); n != maxSteps {
		t.Fatalf("%d steps, want %d", n, maxSteps)
	}
	if last := steps[maxSteps-1].Location.PhysicalLocation.Region.StartLine; last != 3000 {
		t.Errorf("the last step is line %d, want the sink at 3000", last)
	}
	if len(got.RelatedLocations) != maxLocations || len(got.Locations[0].LogicalLocations) != maxLocations {
		t.Errorf("%d related, %d logical locations", len(got.RelatedLocations), len(got.Locations[0].LogicalLocations))
	}
}

// Findings that do not compress must not make a file that is rejected.
func TestGitHubSize(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 60 MB")
	}
	random := rand.New(rand.NewPCG(1, 2))
	letters := make([]byte, 3000)
	r := &finding.Report{System: &model.System{}}
	for i := range 20_000 {
		for j := range letters {
			letters[j] = byte('!' + random.IntN(90))
		}
		r.Findings = append(r.Findings, &finding.Finding{
			ThreatID: "X-001", Title: "X", Sentence: string(letters), Instances: []string{"x"}, Fingerprint: strconv.Itoa(i),
			Rating: risk.Rating{Level: risk.High, Score: 8}, Location: model.Location{File: "a.tf", Line: i + 1},
		})
	}
	raw := written(t, r, Options{})
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	d := read(t, raw)
	if n := len(d.Runs[0].Results); zipped.Len() > 10_000_000 || n == 0 || n == 20_000 {
		t.Errorf("%d results, %d bytes zipped", n, zipped.Len())
	}
	notes := d.Runs[0].Invocations[0].ToolExecutionNotifications
	if len(notes) == 0 || notes[0].Descriptor.ID != "left-out" {
		t.Errorf("nothing says that findings were left out: %+v", notes)
	}
}
