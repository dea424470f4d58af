package report

import (
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// Summary is the whole report in one line, for standard error.
func Summary(r *finding.Report) string {
	v := newOverview(r)
	open := v.open()
	line := "no findings"
	if len(open) > 0 {
		line = plain.Count(len(open), "finding") + ": " + counts(open)
	}
	if n := fresh(open); n > 0 {
		line += "; " + plain.Number(n) + " new"
	}
	if n := len(v.Paths); n > 0 {
		line += "; " + plain.Count(n, "attack path")
	}
	if n := len(v.Accepted); n > 0 {
		line += "; " + plain.Number(n) + " accepted"
	}
	if n := len(v.System.Gaps); n > 0 {
		line += "; " + plain.Count(n, "part") + " not analysed or less exactly"
	}
	return line
}

// fresh counts what the baseline does not know.
func fresh(findings []*finding.Finding) int {
	n := 0
	for _, f := range findings {
		if f.Status == "new" {
			n++
		}
	}
	return n
}

// AtOrAbove counts the open findings at or above a level.
func AtOrAbove(r *finding.Report, level risk.Level) int {
	n := 0
	for _, f := range r.Findings {
		if !f.Accepted() && height(f.Rating.Level) >= height(level) {
			n++
		}
	}
	return n
}

// height orders the levels; a word that is none has the lowest.
func height(l risk.Level) int {
	all := levels()
	for i, known := range all {
		if l == known {
			return len(all) - i
		}
	}
	return 0
}

// footprint says what was read, so that silence can be judged.
func footprint(r *finding.Report) string {
	s := r.Stats
	var parts []string
	if s.TerraformFiles > 0 {
		text := plain.Count(s.TerraformFiles, "Terraform file") + " with " + plain.Count(s.Resources, "resource")
		if missing := s.Resources - s.Understood; missing > 0 {
			text += " (" + plain.Number(missing) + " of a type unknown to threatvet)"
		}
		parts = append(parts, text)
	}
	if s.GoPackages > 0 {
		parts = append(parts, plain.Count(s.GoPackages, "Go package"))
	}
	if len(parts) == 0 {
		return "Nothing was read."
	}
	return "Read " + strings.Join(parts, " and ") + "; asked " + plain.Count(s.Policies, "policy") + "."
}
