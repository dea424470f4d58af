package report

import (
	"io"
	"slices"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/sarif"
)

// PathFormats returns the ways to write attack paths alone.
func PathFormats() []Format {
	return []Format{
		{"text", []string{"txt"}, func(w io.Writer, r *finding.Report, o Options) error { return PathsText(w, r, o.Text) }},
		{"json", []string{"json"}, func(w io.Writer, r *finding.Report, _ Options) error { return PathsJSON(w, r) }},
		{"sarif", []string{"sarif", "sarif.json"}, func(w io.Writer, r *finding.Report, o Options) error {
			return sarif.Write(w, pathFindings(r), o.SARIF)
		}},
		{"mermaid", []string{"mmd"}, func(w io.Writer, r *finding.Report, _ Options) error { return Mermaid(w, attacksOnly(r.System)) }},
		{"d2", []string{"d2"}, func(w io.Writer, r *finding.Report, _ Options) error { return D2(w, attacksOnly(r.System)) }},
	}
}

// PathFormatNames lists their names for help texts and messages.
func PathFormatNames() []string { return namesOf(PathFormats()) }

// pathFindings is the report with the findings that are paths.
func pathFindings(r *finding.Report) *finding.Report {
	only := *r
	only.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(f *finding.Finding) bool { return f.Path == nil })
	return &only
}

// attacksOnly is the system without the flows that are there to serve it, so
// that a diagram shows the moves of attackers and nothing else.
func attacksOnly(sys *model.System) *model.System {
	if sys == nil {
		return model.New()
	}
	only := *sys
	only.Flows = nil
	return &only
}
