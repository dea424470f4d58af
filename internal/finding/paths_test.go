package finding_test

import (
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
			p.ChokePoints = []model.ChokePoint{{Fact: "a", Location: model.Location{File: "vm.tf", Line: 3}}}
			other := *p
			other.ID, other.Start, other.End = "p2", tt.start, "aws_s3_bucket.jewels"
			other.ChokePoints = []model.ChokePoint{{Fact: "b", Location: model.Location{File: "vm.tf", Line: tt.line}}}
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
			if !strings.HasSuffix(f.Sentence, "One more way from there is closed by the same change: to aws_s3_bucket.jewels.") {
				t.Errorf("the sentence is %q", f.Sentence)
			}
		})
	}
}
