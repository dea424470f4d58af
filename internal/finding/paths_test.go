package finding_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
)

// Ways from one start that the same changes close are one finding, which says
// where the others lead.
func TestPathsWithOneCureAreOneFinding(t *testing.T) {
	tests := []struct {
		name   string
		start  string
		line   int
		merged bool
	}{
		{"the same change closes both", "internet", 3, true},
		{"another change", "internet", 4, false},
		{"another start", "any-account", 3, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld()
			p := w.way()
			change := func(fact string, line int) model.ChokePoint {
				return model.ChokePoint{Fact: fact, Location: model.Location{File: "vm.tf", Line: line}}
			}
			p.ChokePoints = []model.ChokePoint{change("a", 3), change("c", 9)}
			other := *p
			other.ID, other.Start, other.End = "p2", tt.start, "aws_s3_bucket.jewels"
			other.ChokePoints = []model.ChokePoint{change("c", 9), change("b", tt.line)}
			w.sys.Paths = append(w.sys.Paths, &other)
			w.matches = append(w.matches, model.Match{Threat: "XP-001", On: "p2", Path: "p2", Rule: -1})
			var paths []*finding.Finding
			for _, f := range w.assemble(t) {
				if f.Path != nil {
					paths = append(paths, f)
				}
			}
			if merged := len(paths) == 1; merged != tt.merged {
				t.Fatalf("%d findings for two paths", len(paths))
			}
			if !tt.merged {
				return
			}
			f := paths[0]
			if diff := cmp.Diff([]string{"p1", "p2"}, f.Instances); diff != "" {
				t.Error(diff)
			}
			for _, e := range f.Related {
				if e.Note == "the same data" {
					t.Errorf("a way is told as a place that data reaches: %+v", e)
				}
			}
			if !strings.HasSuffix(f.Sentence, "One more way from there is closed by the same change: to aws_s3_bucket.jewels.") {
				t.Errorf("the sentence is %q", f.Sentence)
			}
		})
	}
}

// The users that one block makes start at one place: their ways are one finding,
// which says from where else the same way is open.
func TestStartsOfOneBlock(t *testing.T) {
	for _, tt := range []struct {
		name   string
		line   int
		merged bool
	}{{"one block", 7, true}, {"another block", 8, false}} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld()
			p := w.way()
			p.ChokePoints = []model.ChokePoint{{Fact: "a", Location: model.Location{File: "iam.tf", Line: 3}}}
			other := *p
			p.Start, other.ID, other.Start = `aws_iam_user.all["ann"]`, "p2", `aws_iam_user.all["bob"]`
			w.sys.Paths = append(w.sys.Paths, &other)
			for id, line := range map[string]int{p.Start: 7, other.Start: tt.line} {
				w.sys.Identities = append(w.sys.Identities, &model.Identity{ID: id, Kind: "user", Location: model.Location{File: "iam.tf", Line: line}})
			}
			w.matches = append(w.matches, model.Match{Threat: "XP-001", On: "p2", Path: "p2", Rule: -1})
			var told []string
			for _, f := range w.assemble(t) {
				if f.Path != nil {
					told = append(told, f.Sentence)
				}
			}
			if merged := len(told) == 1; merged != tt.merged {
				t.Fatalf("two ways are told as %q", told)
			}
			if want := ` The same way is open from aws_iam_user.all["bob"].`; strings.HasSuffix(told[0], want) != tt.merged {
				t.Errorf("the sentence is %q", told[0])
			}
		})
	}
}

// What data from one place in the code reaches is one finding, which names the
// other places; a check where the data comes in cures them all.
func TestWeaknessesOfOneSource(t *testing.T) {
	for _, tt := range []struct {
		name         string
		line, column int
		merged       bool
	}{{"the same source", 10, 7, true}, {"another source", 11, 7, false}, {"another value of the same line", 10, 30, false}} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld()
			at := func(line int) model.Location { return model.Location{File: "web.go", Line: line} }
			for i, source := range []model.Location{{File: "web.go", Line: 10, Column: 7}, {File: "web.go", Line: tt.line, Column: tt.column}} {
				id := fmt.Sprintf("w%d", i)
				w.sys.Elements = append(w.sys.Elements, &model.Element{ID: "go:shop." + id, Kind: "go.handler", Location: at(1)})
				w.sys.Weaknesses = append(w.sys.Weaknesses, &model.Weakness{
					ID: id, Kind: "request_forgery", Element: "go:shop." + id, Location: at(20 + i),
					Trace: []model.TraceStep{{Location: source, Note: "comes in"}, {Location: at(20 + i), Note: "used"}},
				})
				w.matches = append(w.matches, model.Match{Threat: "GOC-004", On: "go:shop." + id, Weakness: id, Rule: -1})
			}
			found := w.assemble(t)
			if merged := len(found) == 1; merged != tt.merged {
				t.Fatalf("%d findings", len(found))
			}
			if told := strings.HasSuffix(found[0].Sentence, "The same data is used in the same way at web.go:21."); told != tt.merged {
				t.Errorf("the sentence is %q", found[0].Sentence)
			}
		})
	}
}

// What the policy tells once of a program or a package is one finding for all of
// its places, and stays the same finding while places come and go.
func TestToldOnce(t *testing.T) {
	tests := []struct {
		name, per string
		services  []string
		files     []string
		want      int
	}{
		{"one program", "program", []string{"shop", "shop"}, []string{"api/a.go", "web/b.go"}, 1},
		{"two programs", "program", []string{"shop", "admin"}, []string{"web/a.go", "web/b.go"}, 2},
		{"one package", "package", []string{"shop", "shop"}, []string{"web/a.go", "web/b.go"}, 1},
		{"two packages", "package", []string{"shop", "shop"}, []string{"web/a.go", "api/a.go"}, 2},
		{"each place", "", []string{"shop", "shop"}, []string{"web/a.go", "web/b.go"}, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := toldOnce(t, tt.per, tt.services, tt.files)
			if len(found) != tt.want {
				t.Fatalf("%d findings, want %d", len(found), tt.want)
			}
			told := strings.HasSuffix(found[0].Sentence, " It is the same at "+tt.files[1]+":8.")
			if told != (tt.want == 1) {
				t.Errorf("the sentence is %q", found[0].Sentence)
			}
			alone := toldOnce(t, tt.per, tt.services[1:], tt.files[1:])
			if tt.want == 1 && alone[0].Fingerprint != found[0].Fingerprint {
				t.Error("it is another finding once the first place is mended")
			}
		})
	}
}

func toldOnce(t *testing.T, per string, services, files []string) []*finding.Finding {
	t.Helper()
	w := newWorld()
	for i, service := range services {
		id := "go:" + service + files[i]
		w.sys.Elements = append(w.sys.Elements,
			&model.Element{ID: id, Kind: "go.handler", PartOf: "go:" + service}, &model.Element{ID: "go:" + service, Kind: "go.service"})
		w.sys.Weaknesses = append(w.sys.Weaknesses, &model.Weakness{ID: id, Kind: "body_unlimited", Element: id, Location: model.Location{File: files[i], Line: 8}})
		w.matches = append(w.matches, model.Match{Threat: "GOH-031", On: id, Weakness: id, Rule: -1})
	}
	w.threats = append(w.threats, &model.Threat{ID: "GOH-031", Title: "Bodies", Scenario: "Bodies.", Stride: "denial", Ease: 3, OncePer: per})
	return w.assemble(t)
}
