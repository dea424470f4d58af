package report

import (
	"testing"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// TestUnowned holds that parts without an owner are named once, by folder, and
// only where somebody has to act.
func TestUnowned(t *testing.T) {
	at := func(file string, level risk.Level, owners ...string) *finding.Finding {
		return &finding.Finding{Location: model.Location{File: file, Line: 1}, Rating: risk.Rating{Level: level}, Owners: owners}
	}
	for name, c := range map[string]struct {
		findings []*finding.Finding
		want     string
	}{
		"all owned": {[]*finding.Finding{at("a/x.tf", risk.High, "@a")}, ""},
		"some": {
			[]*finding.Finding{at("a/x.tf", risk.High, "@a"), at("b/x.tf", risk.High), at("c/x.tf", risk.High), at("c/y.tf", risk.Medium), at("main.tf", risk.Medium)},
			"Nobody owns c/ (2 findings), the top folder (1 finding), b/ (1 finding): name owners in CODEOWNERS or in threat-context.yaml.",
		},
		"low ones can wait": {[]*finding.Finding{at("a/x.tf", risk.High, "@a"), at("b/x.tf", risk.Low)}, ""},
		"none": {
			[]*finding.Finding{at("a/x.tf", risk.High), at("b/x.tf", risk.Low)},
			"Nobody owns what was found: name owners in CODEOWNERS or in threat-context.yaml, and each finding says whom to ask.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := unowned(newOverview(&finding.Report{Findings: c.findings})); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
