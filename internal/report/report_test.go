package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/report/reporttest"
	"github.com/threatvet/threatvet/internal/risk"
)

func TestFormatFor(t *testing.T) {
	for file, want := range map[string]string{
		"scan.sarif": "sarif", "scan.sarif.json": "sarif", "scan.json": "json", "out/v1.2/Report.HTML": "html",
		"pr.md": "markdown", "a.b.txt": "text", `c:\out\x.htm`: "html", "scan": "", "scan.pdf": "", "json": "",
	} {
		f, ok := FormatFor(file)
		if f.Name != want || ok != (want != "") {
			t.Errorf("%s: got %q, want %q", file, f.Name, want)
		}
	}
}

func TestEveryFormatWritesAndReportsErrors(t *testing.T) {
	for _, f := range Formats() {
		var b bytes.Buffer
		if err := f.Write(&b, reporttest.Shop(), Options{}); err != nil || b.Len() == 0 {
			t.Errorf("%s: %d bytes, %v", f.Name, b.Len(), err)
		}
		if err := f.Write(brokenPipe{}, reporttest.Shop(), Options{}); err == nil || !strings.Contains(err.Error(), "broken pipe") {
			t.Errorf("%s: a broken pipe gives %v", f.Name, err)
		}
		if named, ok := FormatNamed(f.Name); !ok || named.Name != f.Name {
			t.Errorf("%s is not found by its name", f.Name)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

// Every finding that is listed begins a line that editors and grep understand.
func TestHeadersCanBeSearched(t *testing.T) {
	var b bytes.Buffer
	if err := Text(&b, reporttest.Shop(), TextOptions{Verbose: true}); err != nil {
		t.Fatal(err)
	}
	header := regexp.MustCompile(`(?m)^([^ :\n]+:\d+): (critical|high|medium|low|accepted) ([A-Z]+-\d+) `)
	var got []string
	for _, m := range header.FindAllStringSubmatch(b.String(), -1) {
		got = append(got, m[1]+" "+m[2]+" "+m[3])
	}
	want := []string{
		"infra/web.tf:14 critical PATH-001", "infra/storage.tf:21 critical OBJ-005", "internal/web/avatar.go:31 high GOC-004",
		"infra/storage.tf:1 medium OBJ-003", "infra/web.tf:1 medium AUD-001", "infra/web.tf:50 low NET-003", "infra/web.tf:33 accepted NET-003",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestColourIsOnlyPaint(t *testing.T) {
	var plainText, coloured bytes.Buffer
	if err := Text(&plainText, reporttest.Shop(), TextOptions{Width: 80}); err != nil {
		t.Fatal(err)
	}
	if err := Text(&coloured, reporttest.Shop(), TextOptions{Width: 80, Color: true}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(coloured.String(), "\x1b[1;31mcritical\x1b[0m") {
		t.Error("no colour")
	}
	if got := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(coloured.String(), ""); got != plainText.String() {
		t.Errorf("colour changes the text:\n%s", cmp.Diff(plainText.String(), got))
	}
}

func TestWidthIsKept(t *testing.T) {
	var b bytes.Buffer
	if err := Text(&b, reporttest.Shop(), TextOptions{Width: 60}); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if strings.HasPrefix(line, " ") && utf8.RuneCountInString(strings.TrimSpace(line)) > 60 {
			t.Errorf("%d characters: %q", utf8.RuneCountInString(line), line)
		}
	}
}

// What is said as text for terminals and comments holds nothing that steers.
func TestTextIsNeutralised(t *testing.T) {
	const s = "\x1b]8;;http://evil\x07x\u202e\u009b2J\r\n::error::<b>@all"
	for name, write := range map[string]func(io.Writer, *finding.Report) error{
		"text":     func(w io.Writer, r *finding.Report) error { return Text(w, r, TextOptions{Verbose: true}) },
		"paths":    func(w io.Writer, r *finding.Report) error { return PathsText(w, r, TextOptions{}) },
		"explain":  func(w io.Writer, r *finding.Report) error { return ExplainFinding(w, r.Findings[0], r) },
		"threat":   func(w io.Writer, r *finding.Report) error { return ExplainThreat(w, r.Findings[0].Threat) },
		"markdown": Markdown,
		"mermaid":  func(w io.Writer, r *finding.Report) error { return Mermaid(w, r.System) },
		"d2":       func(w io.Writer, r *finding.Report) error { return D2(w, r.System) },
		"json":     JSON,
		"model":    func(w io.Writer, r *finding.Report) error { return ModelJSON(w, r.System) },
		"summary": func(w io.Writer, r *finding.Report) error {
			_, err := io.WriteString(w, Summary(r))
			return err
		},
	} {
		var b bytes.Buffer
		if err := write(&b, hostile(s)); err != nil {
			t.Fatal(err)
		}
		if steers(b.String()) {
			t.Errorf("%s can steer a terminal", name)
		}
		if strings.Contains(b.String(), "\n::error::") {
			t.Errorf("%s begins a line with a source's text", name)
		}
		if name == "markdown" && (strings.Contains(b.String(), "<b>") && !strings.Contains(b.String(), "`") || strings.Contains(b.String(), " @all")) {
			t.Errorf("%s lets markup or a mention through", name)
		}
	}
}

// steers reports whether a line of the text is other than plain.
func steers(text string) bool {
	for line := range strings.Lines(text) {
		if line = strings.TrimSuffix(line, "\n"); plain.Line(line) != line {
			return true
		}
	}
	return false
}

// hostile is the shop's report with s wherever a source can put text.
func hostile(s string) *finding.Report {
	r := reporttest.Shop()
	for i, f := range r.Findings {
		f.Sentence, f.Title, f.Fix = s, s, s
		f.ID, f.ThreatID = fmt.Sprint(s, i), s
		f.Instances, f.Owners = []string{s, s}, []string{s}
		f.Match.On = s
		for j := range f.Related {
			f.Related[j].Note, f.Related[j].Address, f.Related[j].File = s, s, s
		}
		for j := range f.Rating.Factors {
			x := &f.Rating.Factors[j]
			x.Why, x.Lower, x.Name = s, s, s
		}
		if a := f.Acceptance; a != nil {
			a.Reason, a.Owner, a.Until = s, s, s
		}
		f.Location.File = s
		t := *f.Threat
		t.ID, t.Title, t.Scenario, t.Stride, t.File, t.On = s, s, s, s, s, s
		t.References = []string{s}
		f.Threat = &t
	}
	sys := r.System
	for _, e := range sys.Elements {
		e.Name = s
	}
	for _, p := range sys.Paths {
		p.End = s
		for i := range p.Steps {
			st := &p.Steps[i]
			st.Sentence, st.Technique, st.Location.File, st.Assumes = s, s, s, []string{s}
		}
		p.Steps[len(p.Steps)-1].To = s
		for i := range p.ChokePoints {
			p.ChokePoints[i].Change = s
		}
	}
	for _, f := range sys.Flows {
		f.Operation = s
	}
	for _, z := range sys.Zones {
		z.Name = s
	}
	for _, g := range sys.Gaps {
		g.What, g.Why, g.Do, g.Location.File = s, s, s, s
	}
	for _, q := range sys.Questions {
		q.Text, q.Owner = s, s
	}
	for _, d := range sys.DataAssets {
		d.Name, d.Owner, d.FoundIn = s, s, []string{s}
	}
	return r
}

func TestMarkdownFitsInAComment(t *testing.T) {
	r := reporttest.Shop()
	for i := range 4000 {
		f := *r.Findings[1]
		f.ID = fmt.Sprint(i)
		f.Sentence = strings.Repeat("very long ", 500)
		f.Owners = []string{strings.Repeat("x", 5000)}
		r.Findings = append(r.Findings, &f)
		p := *r.Findings[0]
		p.Sentence = f.Sentence
		r.Findings = append(r.Findings, &p)
	}
	var b bytes.Buffer
	if err := Markdown(&b, r); err != nil {
		t.Fatal(err)
	}
	if n := utf8.RuneCount(b.Bytes()); n > 65_536 {
		t.Errorf("%d characters", n)
	}
	if !strings.Contains(b.String(), "more paths are not shown here") {
		t.Error("it does not say that something is missing")
	}
}

// The contract of threatvet paths --format json, field by field.
func TestPathsJSONContract(t *testing.T) {
	var b bytes.Buffer
	if err := PathsJSON(&b, reporttest.Shop()); err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Paths []struct {
			ID    string `json:"id"`
			Risk  string `json:"risk"`
			Start string `json:"start"`
			End   string `json:"end"`
			Steps []struct {
				From      string   `json:"from"`
				To        string   `json:"to"`
				Technique string   `json:"technique"`
				Actions   []string `json:"actions"`
				Location  struct {
					File string `json:"file"`
					Line int    `json:"line"`
				} `json:"location"`
			} `json:"steps"`
		} `json:"paths"`
	}
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	p := doc.Paths[0]
	if p.ID != "path-1" || p.Risk != "critical" || p.Start != "internet" || p.End != "aws_s3_bucket.customers" || len(p.Steps) != 3 {
		t.Fatalf("got %+v", p)
	}
	s := p.Steps[2]
	if s.From != "aws_iam_role.web" || s.To != "aws_s3_bucket.customers" || s.Technique != "read_data" || s.Actions[0] != "s3:GetObject" || s.Location.File != "infra/web.tf" || s.Location.Line != 26 {
		t.Errorf("got %+v", s)
	}
	if p.Steps[0].Actions == nil {
		t.Error("actions is null where there are none")
	}
}

// A change that closes several paths is listed once, before lesser ones.
func TestChokePointsAreJoined(t *testing.T) {
	c := func(fact string, closes ...string) model.ChokePoint {
		return model.ChokePoint{Fact: fact, Closes: closes}
	}
	got := chokePoints([]ratedPath{
		{Path: &model.Path{ID: "a", ChokePoints: []model.ChokePoint{c("x", "a"), c("y", "a", "b")}}},
		{Path: &model.Path{ID: "b", ChokePoints: []model.ChokePoint{c("y", "a", "b")}}},
		{Path: &model.Path{ID: "c", ChokePoints: []model.ChokePoint{c("y")}}},
	})
	want := []model.ChokePoint{c("y", "a", "b", "c"), c("x", "a")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestListsAreNeverNull(t *testing.T) {
	for name, write := range map[string]func(io.Writer) error{
		"report": func(w io.Writer) error {
			return JSON(w, &finding.Report{Findings: []*finding.Finding{{Path: &model.Path{}}}})
		},
		"paths": func(w io.Writer) error { return PathsJSON(w, &finding.Report{}) },
		"model": func(w io.Writer) error { return ModelJSON(w, &model.System{}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "null") {
			t.Errorf("%s: %s", name, b.String())
		}
	}
}

func TestAtOrAbove(t *testing.T) {
	for level, want := range map[risk.Level]int{risk.Critical: 2, risk.High: 3, risk.Medium: 5, risk.Low: 6} {
		if got := AtOrAbove(reporttest.Shop(), level); got != want {
			t.Errorf("%s: got %d, want %d", level, got, want)
		}
	}
}

func TestTextOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := Text(&b, &finding.Report{Stats: finding.Stats{TerraformFiles: 1, Resources: 1, Understood: 1, Policies: 150}}, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	want := "No threats found.\nRead 1 Terraform file with 1 resource; asked 150 policies.\n\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

// A part_of that runs in a circle must not hang, and arrows beyond what a
// diagram can show are counted.
func TestDiagramLimits(t *testing.T) {
	sys := &model.System{Elements: []*model.Element{{ID: "a", Kind: "go.service", PartOf: "b"}, {ID: "b", Kind: "go.service", PartOf: "a"}}}
	sys.Flows = append(sys.Flows, &model.Flow{From: "a", To: "c"})
	for i := range maxEdges + 5 {
		sys.Flows = append(sys.Flows, &model.Flow{From: fmt.Sprintf("x%d", i), To: "y"})
	}
	d := newDiagram(sys)
	if len(d.edges) != maxEdges || d.hidden != 6 {
		t.Errorf("%d arrows, %d hidden", len(d.edges), d.hidden)
	}
}

func FuzzWriters(f *testing.F) {
	for _, s := range []string{"a", "\x1b[2J", "\xff", "`|\n#", "{{.}}", "</script>", "\u2028", "%d", "$", strings.Repeat("é", 500)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := hostile(s)
		for _, format := range Formats() {
			var b bytes.Buffer
			if err := format.Write(&b, r, Options{}); err != nil {
				t.Fatal(format.Name, err)
			}
			if !utf8.Valid(b.Bytes()) {
				t.Errorf("%s is not UTF-8", format.Name)
			}
			if format.Name == "text" && steers(b.String()) {
				t.Error("text can steer a terminal")
			}
		}
	})
}

// Texts in diagrams cannot end their quotes, or say something in the diagram's
// language; each character is still shown (tried with the languages' own tools).
func TestDiagramTexts(t *testing.T) {
	for in, want := range map[string]string{
		`a"]; click`:       `a#quot;]#59; click`,
		"%%{init: {}}%%":   "#37;#37;{init: {}}#37;#37;",
		"`x` <b> & #quot;": "#96;x#96; #lt;b#gt; #amp; #35;quot#59;",
	} {
		if got := mermaidText(in); got != want {
			t.Errorf("mermaidText(%q) = %q, want %q", in, got, want)
		}
	}
	if got, want := d2Text(`a"${x}\n`, "b"), `"a\"\${x}\\n\nb"`; got != want {
		t.Errorf("d2Text = %s, want %s", got, want)
	}
}

// A way that is no worse than medium comes after worse findings, and one that is
// low is only counted.
func TestMilderPathsStandWithTheirLevel(t *testing.T) {
	for _, tt := range []struct {
		level risk.Level
		want  string // what stands before the path
	}{{risk.High, "ways"}, {risk.Medium, "OBJ-005"}, {risk.Low, "nothing"}} {
		shop := reporttest.Shop()
		for _, f := range shop.Findings {
			f.Status = ""
			if f.Path != nil {
				f.Rating.Level = tt.level
			}
		}
		var b bytes.Buffer
		if err := Text(&b, shop, TextOptions{}); err != nil {
			t.Fatal(err)
		}
		path, other := strings.Index(b.String(), "PATH-001"), strings.Index(b.String(), "OBJ-005  ")
		got := "ways"
		switch {
		case path < 0:
			got = "nothing"
		case other < path:
			got = "OBJ-005"
		}
		if got != tt.want {
			t.Errorf("%s: %s stands before the path, want %s", tt.level, got, tt.want)
		}
	}
}

func TestOwnersInBrief(t *testing.T) {
	for want, owners := range map[string][]string{
		"@a":                    {"@a"},
		"@a, @b, @c, @d":        {"@a", "@b", "@c", "@d"},
		"@a, @b, @c and 2 more": {"@a", "@b", "@c", "@d", "@e"},
	} {
		if got := ownersInBrief(owners); got != want {
			t.Errorf("%v: %q, want %q", owners, got, want)
		}
	}
}

// What the only step of a path has just said is counted and not said again.
func TestSaidByPath(t *testing.T) {
	for _, tt := range []struct {
		name  string
		on    string
		steps int
		told  bool
	}{
		{"the same", "aws_iam_role.web", 1, false},
		{"of another", "aws_iam_role.other", 1, true},
		{"a step of several", "aws_iam_role.web", 2, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at := model.Location{File: "iam.tf", Line: 3}
			path := &model.Path{ID: "p", Start: "aws_iam_role.web", End: "account-admin", Steps: make([]model.Step, tt.steps)}
			r := &finding.Report{Findings: []*finding.Finding{
				{ID: "XP-015-1", ThreatID: "XP-015", Title: "A way", Path: path, Location: at, Rating: risk.Rating{Level: risk.High}},
				{ID: "IAM-012-1", ThreatID: "IAM-012", Title: "A right", Location: at, Match: model.Match{On: tt.on}, Rating: risk.Rating{Level: risk.High}},
			}}
			var b bytes.Buffer
			if err := Text(&b, r, TextOptions{}); err != nil {
				t.Fatal(err)
			}
			told, counted := strings.Contains(b.String(), "IAM-012"), strings.Contains(b.String(), "1 told above already")
			if told != tt.told || counted == tt.told {
				t.Errorf("told %t, counted %t:\n%s", told, counted, b.String())
			}
		})
	}
}
