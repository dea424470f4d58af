package scan

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/threatvet/threatvet/internal/finding"
)

// unpackPlan writes a root and its plan, and the plan alone, to directories of
// their own.
func unpackPlan(t *testing.T) (sources, alone string) {
	t.Helper()
	a, err := txtar.ParseFile("testdata/plan/shop.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := txtar.FS(a)
	if err != nil {
		t.Fatal(err)
	}
	sources, alone = t.TempDir(), t.TempDir()
	if err := os.CopyFS(sources, fsys); err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		if f.Name == "plan.json" {
			if err := os.WriteFile(filepath.Join(alone, f.Name), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return sources, alone
}

func report(t *testing.T, o Options) *finding.Report {
	t.Helper()
	o.Today = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	r, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range r.System.Gaps {
		if g.Severity == "error" {
			t.Errorf("%s: %s: %s", o.Dir, g.What, g.Why)
		}
	}
	return r
}

// told lists what a report says, with or without the places.
func told(r *finding.Report, places bool) []string {
	var out []string
	for _, e := range r.System.Elements {
		line := fmt.Sprintf("%s %s %s runs as %q, exposed to %s", e.ID, e.Kind, e.Name, e.RunsAs, e.Exposure.Level)
		if places {
			line += fmt.Sprintf(" at %s:%d", e.Location.File, e.Location.Line)
		}
		for _, name := range slices.Sorted(maps.Keys(e.Facts)) {
			f := e.Facts[name]
			line += fmt.Sprintf("\n  %s %v %s", name, f.Value, f.State)
		}
		for _, ref := range e.References {
			line += fmt.Sprintf("\n  %s -> %s", ref.Attribute, ref.To)
		}
		out = append(out, line)
	}
	for _, g := range r.System.Grants {
		out = append(out, fmt.Sprintf("grant %s %s %v", g.Identity, g.Level, g.Actions))
	}
	for _, f := range r.Findings {
		if places {
			out = append(out, fmt.Sprintf("finding %s on %s at %s:%d: %s", f.ThreatID, strings.Join(f.Instances, " "), f.Location.File, f.Location.Line, f.Sentence))
		}
		for _, on := range f.Instances { // instances on lines of their own are findings of their own
			out = append(out, fmt.Sprintf("finding %s %s on %s", f.ThreatID, f.Rating.Level, on))
		}
	}
	slices.Sort(out)
	return out
}

func TestAPlanSaysWhatItsSourcesSay(t *testing.T) {
	sources, alone := unpackPlan(t)
	want := report(t, Options{Dir: sources, VarFiles: []string{"prod.tfvars"}})
	if len(want.Findings) < 5 {
		t.Fatalf("%d findings; the sample has more to say", len(want.Findings))
	}
	beside := report(t, Options{Dir: filepath.Join(sources, "plan.json")})
	if diff := cmp.Diff(told(want, true), told(beside, true)); diff != "" {
		t.Errorf("with the sources beside it (-sources +plan):\n%s", diff)
	}
	bare := report(t, Options{Dir: filepath.Join(alone, "plan.json")})
	if diff := cmp.Diff(told(want, false), told(bare, false)); diff != "" {
		t.Errorf("the plan alone (-sources +plan):\n%s", diff)
	}
	for _, f := range bare.Findings {
		if f.Location.File != "plan.json" {
			t.Errorf("%s at %v, want it in plan.json", f.ThreatID, f.Location)
		}
	}
}

func TestThePlanLiesBelowItsSources(t *testing.T) {
	sources, _ := unpackPlan(t)
	below := filepath.Join(sources, "out")
	if err := os.Mkdir(below, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(sources, "plan.json"), filepath.Join(below, "plan.json")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(sources, ".git"), 0o755); err != nil {
		t.Fatal(err)
	}
	r := report(t, Options{Dir: filepath.Join(below, "plan.json")})
	for _, e := range r.System.Elements {
		if e.ID == "aws_s3_bucket.reports" && e.Location.File == "main.tf" {
			return
		}
	}
	t.Error("no element at its place in main.tf")
}

func TestAPlanIsNoPlan(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"broken", "{\n \"format_version\": \"1.2\",\n", "line 3"},
		{"something else", `{"name": "x"}`, "no format_version"},
		{"a state", `{"format_version": "1.0", "values": {}}`, "it plans nothing"},
		{"wrong types", `{"format_version": "1.2", "resource_changes": 7}`, "not a Terraform plan"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "plan.json")
			if err := os.WriteFile(name, []byte(tt.text), 0o644); err != nil {
				t.Fatal(err)
			}
			_, err := Run(context.Background(), Options{Dir: name})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that says %q", err, tt.want)
			}
		})
	}
}
