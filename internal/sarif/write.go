package sarif

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

const (
	schema   = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/main/sarif-2.1/schema/sarif-schema-2.1.0.json"
	homepage = "https://github.com/threatvet/threatvet"
)

// Options steer Write. The zero value is usable.
type Options struct {
	// Category keeps several uploads for one commit apart; empty means
	// "threatvet".
	Category string
	// OmitAccepted leaves accepted findings out, for hosts that ignore
	// suppressions.
	OmitAccepted bool
	// Version is the tool's version.
	Version string
	// Limit is the largest number of results; 0 means what GitHub accepts.
	Limit int
	// Source is the scan root. Where it is given, columns count UTF-16 units
	// and a region without an end ends with its line.
	Source fs.FS
}

// Write writes the report's findings as SARIF.
func Write(w io.Writer, r *finding.Report, o Options) error {
	if r.System == nil {
		r = &finding.Report{System: &model.System{}, Threats: r.Threats, Findings: r.Findings, Stats: r.Stats, Prefix: r.Prefix}
	}
	file, err := assemble(r, o)
	if err != nil {
		return err
	}
	out, err := newStream(w)
	if err != nil {
		return err
	}
	file.write(out)
	return out.flush()
}

// assembly is a file before its results are made, which happens one by one
// while writing.
type assembly struct {
	report   *finding.Report
	options  Options
	findings []*finding.Finding
	skipped  int // findings beyond a limit
	taxa     *taxa
	results  *results
}

func assemble(r *finding.Report, o Options) (*assembly, error) {
	findings := selected(r.Findings, o.OmitAccepted)
	threats := map[string]*model.Threat{}
	for _, t := range r.Threats {
		threats[t.ID] = t
	}
	var refs []reference
	for _, f := range findings {
		refs = append(refs, referencesOf(threatOf(f, threats))...)
		refs = append(refs, stepReferences(f)...)
	}
	tx, err := newTaxa(refs)
	if err != nil {
		return nil, err
	}
	a := &assembly{report: r, options: o, taxa: tx}
	rs := newRules(tx)
	limit := maxResults
	if o.Limit > 0 {
		limit = min(limit, o.Limit)
	}
	for _, f := range findings {
		if len(a.findings) == limit || !rs.add(f, threatOf(f, threats)) {
			a.skipped++
			continue
		}
		a.findings = append(a.findings, f)
	}
	a.results = &results{rules: rs, places: newPlaces(r.Prefix, o.Source), model: r.System.Index()}
	return a, nil
}

// selected orders the findings by risk, what is latent last.
func selected(all []*finding.Finding, omitAccepted bool) []*finding.Finding {
	var findings []*finding.Finding
	for _, f := range all {
		if omitAccepted && f.Accepted() {
			continue
		}
		findings = append(findings, f)
	}
	slices.SortStableFunc(findings, func(a, b *finding.Finding) int {
		if a.Rating.Latent != b.Rating.Latent {
			return map[bool]int{true: 1, false: -1}[a.Rating.Latent]
		}
		return cmp.Compare(b.Rating.Score, a.Rating.Score)
	})
	return findings
}

// threatOf is the finding's threat, or what the finding itself says of it.
func threatOf(f *finding.Finding, threats map[string]*model.Threat) *model.Threat {
	if f.Threat != nil {
		return f.Threat
	}
	if t := threats[f.ThreatID]; t != nil {
		return t
	}
	return &model.Threat{ID: f.ThreatID, Title: f.Title, Fix: f.Fix}
}

func stepReferences(f *finding.Finding) []reference {
	if f.Path == nil {
		return nil
	}
	var refs []reference
	for _, s := range f.Path.Steps {
		for _, id := range s.Attack {
			refs = append(refs, attack(id))
		}
	}
	return refs
}

func (a *assembly) write(out *stream) {
	out.value(`{"$schema":`, schema)
	out.value(`,"version":"2.1.0","runs":[{`+"\n"+`"tool":`, a.tool())
	out.value(",\n"+`"automationDetails":`, &sarif.RunAutomationDetails{ID: ptr(category(a.options.Category))})
	out.value(",\n"+`"originalUriBaseIds":`, map[string]*sarif.ArtifactLocation{
		srcRoot: {Description: message("The root of the repository.")},
	})
	out.text(",\n" + `"columnKind":"utf16CodeUnits"`)
	if t := a.taxa.taxonomies(); len(t) > 0 {
		out.value(",\n"+`"taxonomies":`, t)
	}
	written := a.writeResults(out)
	out.value(",\n"+`"invocations":`, []*sarif.Invocation{a.invocation(written)})
	out.text("\n}]}\n")
}

// writeResults writes one result a line, until the file is as large as hosts
// accept, and returns how many it wrote.
func (a *assembly) writeResults(out *stream) int {
	written := 0
	out.text(",\n" + `"results":[`)
	for _, f := range a.findings {
		if out.full() {
			break
		}
		if written > 0 {
			out.text(",")
		}
		out.value("\n", a.results.result(f))
		written++
	}
	out.text("\n]")
	return written
}

func (a *assembly) tool() tool {
	d := &sarif.ToolComponent{
		Name:                "threatvet",
		Organization:        ptr("threatvet"),
		InformationURI:      ptr(homepage),
		ShortDescription:    multi("Threats to a system, found from its sources.", ""),
		Notifications:       noteKinds(),
		SupportedTaxonomies: a.taxa.components(),
	}
	if v := plain.Line(a.options.Version); v != "" {
		d.Version = &v
		if semantic := strings.TrimPrefix(v, "v"); strings.Count(semantic, ".") == 2 {
			d.SemanticVersion = &semantic
		}
	}
	list := a.results.rules.list
	if list == nil {
		list = []*rule{}
	}
	return tool{Driver: &driver{ToolComponent: d, Rules: list}}
}

func (a *assembly) invocation(written int) *sarif.Invocation {
	all := notes(a.report.System.Gaps, a.results.places)
	left := a.skipped + len(a.findings) - written
	if left > 0 {
		all = append(all, note(noteCut, "warning", fmt.Sprintf(
			"%s with the lowest risk left out, because code hosts accept no more in one file; the text and JSON formats have all of them.", plain.Count(left, "finding"))))
	}
	if written > shownResults {
		all = append(all, note(noteCut, "note", fmt.Sprintf(
			"GitHub shows the %d findings with the highest risk of the %d in this file.", shownResults, written)))
	}
	return invocation(a.report, all)
}

// category ends with a slash, else GitHub takes it for the run's name.
func category(c string) string {
	c = strings.Trim(plain.Line(c), "/")
	if c == "" {
		c = "threatvet"
	}
	return c + "/"
}
