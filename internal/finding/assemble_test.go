package finding_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

var today = time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)

// world is a system with its sources, of which tests take what they need.
type world struct {
	sys     *model.System
	threats []*model.Threat
	matches []model.Match
	files   fstest.MapFS
	prefix  string
}

func newWorld() *world {
	return &world{
		sys:   model.New(),
		files: fstest.MapFS{},
		threats: []*model.Threat{
			{ID: "OBJ-005", Title: "Public files", Scenario: "Anyone can download {element} because it is public.", On: "store.object", Stride: "disclosure", Ease: 4, Fix: "Close {element}."},
			{ID: "CMP-003", Title: "Old metadata service", Scenario: "Code on {element} can take {identity}.", On: "compute.vm", Stride: "disclosure", Ease: 3},
			{ID: "GOC-004", Title: "Request forgery", Scenario: "Anyone can make {function} request {target_address}.", On: "go.handler", Stride: "disclosure", Ease: 3},
			{ID: "XP-001", Title: "From a request to the data", Scenario: "From {start} to {end}.", On: "path", Stride: "disclosure", Ease: 3},
			{ID: "XP-014", Title: "A way in", Scenario: "From {start} to {end}.", On: "path", Stride: "disclosure", Ease: 3},
		},
	}
}

// bucket adds a public bucket whose acl stands on the given line.
func (w *world) bucket(id, file string, line int) *model.Element {
	e := &model.Element{
		ID: id, Kind: "store.object", Location: model.Location{File: file, Line: line - 1},
		Exposure: model.Exposure{Level: model.ExposureInternet, State: model.Known},
		Facts: map[string]model.Fact{"public_read": {Value: true, State: model.Known, Evidence: []model.Evidence{
			{Location: model.Location{File: file, Line: line, Column: 3, EndLine: line + 2, EndColumn: 9}, Address: id, Note: "attribute"},
			{Location: model.Location{File: "variables.tf", Line: 4}, Address: "var.acl", Note: "variable default"},
		}}},
	}
	w.sys.Elements = append(w.sys.Elements, e)
	w.matches = append(w.matches, model.Match{Threat: "OBJ-005", On: id, Because: []string{"public_read"}, Rule: -1})
	return e
}

func (w *world) assemble(t *testing.T) []*finding.Finding {
	t.Helper()
	repo := fstest.MapFS{}
	for name, f := range w.files {
		if w.prefix != "" {
			name = w.prefix + "/" + name
		}
		repo[name] = f
	}
	c, problems := businesscontext.Load(repo, w.prefix)
	problems = append(problems, c.Apply(w.sys)...)
	for _, p := range problems {
		t.Logf("%s:%d: %s", p.Location.File, p.Location.Line, p.Message)
	}
	return finding.Assemble(finding.Input{
		System: w.sys, Threats: w.threats, Matches: w.matches, Context: c, Sources: w.files, Today: today, Prefix: w.prefix,
	})
}

func text(lines ...string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
}

func one(t *testing.T, found []*finding.Finding) *finding.Finding {
	t.Helper()
	if len(found) != 1 {
		t.Fatalf("%d findings, want 1: %v", len(found), ids(found))
	}
	return found[0]
}

func ids(found []*finding.Finding) []string {
	var list []string
	for _, f := range found {
		list = append(list, fmt.Sprintf("%s on %s at %s:%d", f.ThreatID, strings.Join(f.Instances, "+"), f.Location.File, f.Location.Line))
	}
	return list
}

func TestFindingHasEverything(t *testing.T) {
	w := newWorld()
	w.bucket("aws_s3_bucket.files", "main.tf", 2)
	w.files["main.tf"] = text(`resource "aws_s3_bucket" "files" {`, `  acl = var.acl`, `}`)
	w.files["CODEOWNERS"] = text("* @shop/all", "/main.tf @shop/web")
	f := one(t, w.assemble(t))
	if f.Sentence != "Anyone can download aws_s3_bucket.files because it is public." || f.Fix != "Close aws_s3_bucket.files." {
		t.Errorf("sentence %q, fix %q", f.Sentence, f.Fix)
	}
	if diff := cmp.Diff(model.Location{File: "main.tf", Line: 2, Column: 3, EndLine: 2}, f.Location); diff != "" {
		t.Errorf("not one line: %s", diff)
	}
	if len(f.Related) != 2 || f.Related[0].Address != "var.acl" || f.Related[1].Note != "block" {
		t.Errorf("related = %+v", f.Related)
	}
	if diff := cmp.Diff([]string{"@shop/web"}, f.Owners); diff != "" {
		t.Error(diff)
	}
	if want := finding.LineHashes(string(w.files["main.tf"].Data))[1]; f.LineHash != want {
		t.Errorf("line hash %s, want %s", f.LineHash, want)
	}
	if !strings.HasPrefix(f.ID, "OBJ-005-") || !strings.HasPrefix(f.Fingerprint, f.ID[len("OBJ-005-"):]) {
		t.Errorf("id %s, fingerprint %s", f.ID, f.Fingerprint)
	}
	if f.Rating.Level != risk.High || !f.Rating.Assumed {
		t.Errorf("rating %+v", f.Rating)
	}
}

func TestLocation(t *testing.T) {
	at := func(n int) model.Location { return model.Location{File: "main.tf", Line: n} }
	evidence := func(n int) []model.Evidence { return []model.Evidence{{Location: at(n)}} }
	tests := []struct {
		name  string
		match model.Match
		want  int
	}{
		{"a fact", model.Match{Because: []string{"versioned"}, Grant: "g", Weakness: "w", Rule: -1}, 11},
		{"a fact without evidence", model.Match{Because: []string{"encrypted_at_rest"}, Rule: -1}, 10},
		{"an identity's fact", model.Match{On: "aws_iam_role.app", Because: []string{"wide"}, Rule: -1}, 12},
		{"a weakness", model.Match{Weakness: "w", Grant: "g", Rule: -1}, 13},
		{"a rule", model.Match{Rule: 1}, 15},
		{"a grant", model.Match{Grant: "g", Rule: -1}, 16},
		{"a policy", model.Match{Policy: "p", Rule: -1}, 17},
		{"a flow", model.Match{Flow: "f", Rule: -1}, 18},
		{"the header", model.Match{Rule: -1}, 10},
		{"nothing known", model.Match{On: "account", Rule: -1}, 0},
	}
	for _, tt := range tests {
		w := newWorld()
		w.sys.Elements = []*model.Element{{
			ID: "x", Kind: "store.object", Location: at(10), Facts: map[string]model.Fact{"versioned": {Evidence: evidence(11)}, "encrypted_at_rest": {}},
			Rules: []model.NetworkRule{{Evidence: evidence(14)}, {Evidence: evidence(15)}},
		}}
		w.sys.Identities = []*model.Identity{{ID: "aws_iam_role.app", Location: at(9), Facts: map[string]model.Fact{"wide": {Evidence: evidence(12)}}}}
		w.sys.Weaknesses = []*model.Weakness{{ID: "w", Location: at(13)}}
		w.sys.Grants = []*model.Grant{{ID: "g", Evidence: evidence(16)}}
		w.sys.Policies = []*model.Policy{{ID: "p", Evidence: evidence(17)}}
		w.sys.Flows = []*model.Flow{{ID: "f", From: "x", Evidence: evidence(18)}}
		tt.match.Threat = "OBJ-005"
		if tt.match.On == "" {
			tt.match.On = "x"
		}
		w.matches = []model.Match{tt.match}
		if f := one(t, w.assemble(t)); f.Location.Line != tt.want {
			t.Errorf("%s: line %d, want %d", tt.name, f.Location.Line, tt.want)
		}
	}
}

func TestInstancesOnOneLineAreOneFinding(t *testing.T) {
	w := newWorld()
	w.bucket(`aws_s3_bucket.b["us"]`, "main.tf", 2)
	w.bucket(`aws_s3_bucket.b["eu"]`, "main.tf", 2)
	w.bucket(`aws_s3_bucket.other`, "main.tf", 9)
	low := w.bucket(`aws_s3_bucket.b["lab"]`, "main.tf", 2)
	low.Exposure.Level = model.ExposureInternal
	found := w.assemble(t)
	want := []string{
		`OBJ-005 on aws_s3_bucket.b["eu"]+aws_s3_bucket.b["us"] at main.tf:2`,
		`OBJ-005 on aws_s3_bucket.other at main.tf:9`,
		`OBJ-005 on aws_s3_bucket.b["lab"] at main.tf:2`, // another level
	}
	got := ids(found)
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNoRiskNoFinding(t *testing.T) {
	w := newWorld()
	w.bucket("aws_s3_bucket.files", "main.tf", 2)
	w.files["threat-context.yaml"] = text("data:", "  - name: Brochures", "    kinds: [public]", "    if_exposed: none", "    found_in: [aws_s3_bucket.files]")
	if found := w.assemble(t); len(found) != 0 {
		t.Errorf("found %v", ids(found))
	}
}

// way is the path from a request to a bucket.
func (w *world) way() *model.Path {
	at := func(file string, n int) model.Location { return model.Location{File: file, Line: n} }
	w.sys.Elements = append(w.sys.Elements,
		&model.Element{ID: "go:shop.Avatar", Kind: "go.handler", PartOf: "aws_instance.web", Location: at("web.go", 1), Exposure: model.Exposure{Level: model.ExposureInternet, State: model.Known}},
		&model.Element{ID: "aws_instance.web", Kind: "compute.vm", RunsAs: "aws_iam_role.app", Location: at("vm.tf", 1), Exposure: model.Exposure{Level: model.ExposureInternet, State: model.Known},
			Facts: map[string]model.Fact{"metadata_token_required": {Value: false, State: model.Known, Evidence: []model.Evidence{{Location: at("vm.tf", 3)}}}}},
		&model.Element{ID: "aws_s3_bucket.crown", Kind: "store.object", Location: at("data.tf", 1), Exposure: model.Exposure{Level: model.ExposureInternal, State: model.Known}})
	w.sys.Identities = append(w.sys.Identities, &model.Identity{ID: "aws_iam_role.app", Kind: "role", Location: at("iam.tf", 1)})
	w.sys.Weaknesses = append(w.sys.Weaknesses, &model.Weakness{ID: "w1", Kind: "request_forgery", Element: "go:shop.Avatar", Function: "shop.Avatar", Location: at("web.go", 20)})
	p := &model.Path{
		ID: "p1", Start: "internet", End: "aws_s3_bucket.crown", Certain: true, Data: []string{"data:crown"},
		Steps: []model.Step{
			{From: "internet", To: "aws_instance.web", Ease: 3, Weakness: "w1", Location: at("web.go", 20), Technique: "forge"},
			{From: "aws_instance.web", To: "aws_iam_role.app", Ease: 3, Facts: []string{"aws_instance.web#metadata_token_required"}, Location: at("vm.tf", 3), Technique: "metadata"},
			{From: "aws_iam_role.app", To: "aws_s3_bucket.crown", Ease: 4, Location: at("iam.tf", 5), Technique: "read"},
		},
		ChokePoints: []model.ChokePoint{{Fact: "aws_instance.web#metadata_token_required", Change: "Require a token.", Location: at("vm.tf", 3), Closes: []string{"p1"}}},
	}
	w.sys.Paths = append(w.sys.Paths, p)
	w.files["threat-context.yaml"] = text("data:", "  - name: Crown", "    owner: '@data'", "    if_exposed: severe", "    found_in: [aws_s3_bucket.crown]")
	w.files["CODEOWNERS"] = text("*.tf @infra", "*.go @dev", "iam.tf @iam")
	w.matches = append(w.matches,
		model.Match{Threat: "GOC-004", On: "go:shop.Avatar", Weakness: "w1", Rule: -1},
		model.Match{Threat: "CMP-003", On: "aws_instance.web", Because: []string{"metadata_token_required"}, Rule: -1},
		model.Match{Threat: "XP-014", On: "p1", Path: "p1", Rule: -1},
		model.Match{Threat: "XP-001", On: "p1", Path: "p1", Rule: -1})
	return p
}

func TestPathGathersItsSteps(t *testing.T) {
	w := newWorld()
	w.way()
	found := w.assemble(t)
	by := map[string]*finding.Finding{}
	for _, f := range found {
		by[f.ThreatID] = f
	}
	path := by["XP-001"]
	if path == nil || by["XP-014"] != nil || len(found) != 3 {
		t.Fatalf("the specific threat does not replace the general one: %v", ids(found))
	}
	for _, id := range []string{"GOC-004", "CMP-003"} {
		if diff := cmp.Diff([]string{path.ID}, by[id].PartOf); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
		if by[id].Rating.Score > path.Rating.Score {
			t.Errorf("%s is rated above the path it is part of", id)
		}
	}
	if diff := cmp.Diff([]string{"@data", "@dev", "@iam", "@infra"}, path.Owners); diff != "" {
		t.Errorf("the people to bring together: %s", diff)
	}
	if path.Location.File != "vm.tf" || path.Location.Line != 3 || path.Path == nil {
		t.Errorf("the path is not at the change that breaks it: %+v", path.Location)
	}
	if path.Rating.Score != 9.3 || path.Sentence != "From the internet to aws_s3_bucket.crown." {
		t.Errorf("%v %s", path.Rating.Score, path.Sentence)
	}
}

func TestGeneralPathStaysWhereNothingIsMoreSpecific(t *testing.T) {
	w := newWorld()
	w.way()
	w.matches = w.matches[2:3]
	if f := one(t, w.assemble(t)); f.ThreatID != "XP-014" {
		t.Errorf("found %s", f.ThreatID)
	}
}

func TestSentence(t *testing.T) {
	tests := []struct{ name, scenario, want string }{
		{"given value", "In {area}.", "In {x} tests."},
		{"fallbacks", "{identity} and {other_thing} on {element}.", "aws_iam_role.app and the other thing on aws_instance.web."},
		{"not a placeholder", "A {Set} of {} and }{.", "A {Set} of {} and }{."},
		{"escapes in values", "Name: {hostile}.", "Name: [31mred…."},
	}
	for _, tt := range tests {
		w := newWorld()
		w.way()
		w.threats[1].Scenario = tt.scenario
		w.matches = []model.Match{{Threat: "CMP-003", On: "aws_instance.web", Rule: -1, Values: map[string]string{
			"area": "{x} tests", "hostile": "\x1b[31mred\u202e⟦?⟧",
		}}}
		if f := one(t, w.assemble(t)); f.Sentence != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, f.Sentence, tt.want)
		}
	}
}

// A function without a name of its own is called by what people know.
func TestSentenceNamesFunctions(t *testing.T) {
	tests := []struct{ function, handler, want string }{
		{"shop.Avatar", "shop.Avatar", "shop.Avatar"},
		{"shop.routes.func2", "shop.routes.func2", "POST /avatar"},
		{"shop.routes.func2", "shop.other", "shop.routes"},
		{"shop.init.func7.1", "shop.other", "a function in web.go"},
	}
	for _, tt := range tests {
		w := newWorld()
		w.way()
		w.threats[0].Scenario = "In {function}."
		w.sys.EntryPoints = append(w.sys.EntryPoints, &model.EntryPoint{ID: "e1", Element: "go:shop.Avatar", Method: "POST", Path: "/avatar", Handler: tt.handler})
		w.sys.Weaknesses[0].Function, w.sys.Weaknesses[0].EntryPoint = tt.function, "e1"
		w.matches = []model.Match{{Threat: w.threats[0].ID, On: "go:shop.Avatar", Weakness: "w1", Rule: -1}}
		if f := one(t, w.assemble(t)); f.Sentence != "In "+tt.want+"." {
			t.Errorf("%s: got %q, want %q", tt.function, f.Sentence, tt.want)
		}
	}
}

func TestFingerprintSurvivesEdits(t *testing.T) {
	plain := func() *world {
		w := newWorld()
		w.bucket("aws_s3_bucket.files", "main.tf", 2)
		w.files["main.tf"] = text(`resource "aws_s3_bucket" "files" {`, `  acl = "public-read"`, `}`)
		return w
	}
	base := one(t, plain().assemble(t)).Fingerprint
	tests := []struct {
		name string
		make func() *world
		same bool
	}{
		{"lines above", func() *world {
			w := newWorld()
			w.bucket("aws_s3_bucket.files", "main.tf", 4)
			w.files["main.tf"] = text(`# one`, `# two`, `resource "aws_s3_bucket" "files" {`, `  acl = "public-read"`, `}`)
			return w
		}, true},
		{"another file", func() *world {
			w := newWorld()
			w.bucket("aws_s3_bucket.files", "s3.tf", 2)
			w.files["s3.tf"] = text(`resource "aws_s3_bucket" "files" {`, `  acl = "public-read"`, `}`)
			return w
		}, true},
		{"indentation", func() *world {
			w := plain()
			w.files["main.tf"] = text(`resource "aws_s3_bucket" "files" {`, `      acl   =  "public-read"`, `}`)
			return w
		}, true},
		{"no blanks around the sign", func() *world {
			w := plain()
			w.files["main.tf"] = text(`resource "aws_s3_bucket" "files" {`, `  acl="public-read"`, `}`)
			return w
		}, true},
		{"an acceptance on the line", func() *world {
			w := plain()
			w.files["main.tf"] = text(`resource "aws_s3_bucket" "files" {`, `  acl = "public-read" # threatvet:accept OBJ-005 until=2027-01-31 owner=@a reason="why"`, `}`)
			return w
		}, true},
		{"count added", func() *world {
			w := newWorld()
			w.bucket("aws_s3_bucket.files[0]", "main.tf", 2)
			w.files["main.tf"] = text(`resource "aws_s3_bucket" "files" {`, `  acl = "public-read"`, `}`)
			return w
		}, true},
		{"another owner's word", func() *world {
			w := plain()
			w.files["threat-context.yaml"] = text("data:", "  - name: X", "    if_exposed: minor", "    found_in: [aws_s3_bucket.files]")
			return w
		}, true},
		{"another resource", func() *world {
			w := newWorld()
			w.bucket("aws_s3_bucket.more", "main.tf", 2)
			w.files["main.tf"] = text(`resource "aws_s3_bucket" "more" {`, `  acl = "public-read"`, `}`)
			return w
		}, false},
		{"another value", func() *world {
			w := plain()
			w.files["main.tf"] = text(`resource "aws_s3_bucket" "files" {`, `  acl = "public-read-write"`, `}`)
			return w
		}, false},
		{"another fact", func() *world {
			w := plain()
			w.sys.Elements[0].Facts["public_write"] = w.sys.Elements[0].Facts["public_read"]
			w.matches[0].Because = []string{"public_write"}
			return w
		}, false},
	}
	for _, tt := range tests {
		if got := one(t, tt.make().assemble(t)).Fingerprint; (got == base) != tt.same {
			t.Errorf("%s: same = %v, want %v", tt.name, got == base, tt.same)
		}
	}
}

func TestFingerprintsAreUnique(t *testing.T) {
	w := newWorld()
	for _, file := range []string{"a.tf", "b.tf", "c.tf"} {
		w.bucket("aws_s3_bucket.same", file, 2)
		w.files[file] = text("x", "y")
	}
	// Three roots may hold the same address; here even the id is the same.
	w.sys.Elements = w.sys.Elements[:1]
	w.sys.Elements[0].Facts["two"] = model.Fact{Evidence: []model.Evidence{{Location: model.Location{File: "b.tf", Line: 2}}}}
	w.matches[1].Because = []string{"two"}
	w.matches[2] = w.matches[0]
	w.matches[2].Threat = "CMP-003"
	found := w.assemble(t)
	seen := map[string]bool{}
	for _, f := range found {
		if seen[f.Fingerprint] || seen[f.ID] {
			t.Errorf("%s twice", f.ID)
		}
		seen[f.Fingerprint], seen[f.ID] = true, true
	}
	if len(found) != 3 {
		t.Errorf("found %v", ids(found))
	}
}

func TestWeaknessesOfOneFunctionStayApart(t *testing.T) {
	w := newWorld()
	w.way()
	w.sys.Weaknesses = append(w.sys.Weaknesses, &model.Weakness{ID: "w2", Kind: "request_forgery", Element: "go:shop.Avatar", Function: "shop.Avatar", Location: model.Location{File: "web.go", Line: 30}})
	w.matches = []model.Match{w.matches[0], {Threat: "GOC-004", On: "go:shop.Avatar", Weakness: "w2", Rule: -1}}
	found := w.assemble(t)
	if len(found) != 2 || found[0].Fingerprint == found[1].Fingerprint {
		t.Errorf("found %v", ids(found))
	}
}

func TestOrder(t *testing.T) {
	w := newWorld()
	w.bucket("aws_s3_bucket.a", "a.tf", 2).Latent = true
	w.bucket("aws_s3_bucket.b", "b.tf", 2).Exposure.Level = model.ExposurePrivileged
	w.bucket("aws_s3_bucket.c", "c.tf", 2)
	want := []string{"OBJ-005 on aws_s3_bucket.c at c.tf:2", "OBJ-005 on aws_s3_bucket.b at b.tf:2", "OBJ-005 on aws_s3_bucket.a at a.tf:2"}
	if diff := cmp.Diff(want, ids(w.assemble(t))); diff != "" {
		t.Error(diff)
	}
	slices.Reverse(w.matches)
	if diff := cmp.Diff(want, ids(w.assemble(t))); diff != "" {
		t.Errorf("order depends on the order of matches: %s", diff)
	}
}

func TestScanOfASubfolder(t *testing.T) {
	w := newWorld()
	w.prefix = "services/web"
	w.bucket("aws_s3_bucket.files", "main.tf", 2)
	w.files["main.tf"] = text("x", "y")
	w.files["threat-context.yaml"] = text("services:", "  - name: Web", "    owner: '@web'")
	if f := one(t, w.assemble(t)); !slices.Equal(f.Owners, []string{"@web"}) {
		t.Errorf("owners %v", f.Owners)
	}
}

func TestBaseline(t *testing.T) {
	w := newWorld()
	w.bucket("aws_s3_bucket.a", "a.tf", 2)
	w.bucket("aws_s3_bucket.b", "b.tf", 2)
	before := w.assemble(t)
	var file bytes.Buffer
	if err := finding.WriteBaseline(&file, before); err != nil {
		t.Fatal(err)
	}
	again := bytes.Buffer{}
	slices.Reverse(before)
	if err := finding.WriteBaseline(&again, before); err != nil {
		t.Fatal(err)
	}
	if file.String() != again.String() {
		t.Error("the file depends on the order of findings")
	}
	b, err := finding.ReadBaseline(&file)
	if err != nil {
		t.Fatal(err)
	}
	now := newWorld()
	now.bucket("aws_s3_bucket.b", "b.tf", 2)
	now.bucket("aws_s3_bucket.c", "c.tf", 2)
	found := now.assemble(t)
	gone := finding.ApplyBaseline(found, b)
	got := map[string]string{}
	for _, f := range found {
		got[f.Match.On] = f.Status
	}
	if diff := cmp.Diff(map[string]string{"aws_s3_bucket.b": "unchanged", "aws_s3_bucket.c": "new"}, got); diff != "" {
		t.Error(diff)
	}
	if len(gone) != 1 || !strings.HasPrefix(gone[0].ID, "OBJ-005-") {
		t.Errorf("gone %v", gone)
	}
	for _, bad := range []string{"", "[]", `{"version":2}`, `{"fingerprints":[]}`} {
		if _, err := finding.ReadBaseline(strings.NewReader(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
