package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// Text writes the report for a terminal: paths first, each as a story, then
// findings by level. Every finding begins a line of the form
// "file:line: level THREAT  title", so that editors and grep can use it.
func Text(w io.Writer, r *finding.Report, o TextOptions) error {
	p := newPrinter(w, o)
	known := 0
	if !o.Verbose {
		r, known = withoutKnown(r)
	}
	v := newOverview(r)
	if len(v.open()) == 0 {
		p.line(nothing(known))
		p.text("", footprint(r))
		p.blank()
	}
	p.pathFindings(v)
	p.groups(v)
	p.folded(v)
	if known > 0 && len(v.open()) > 0 {
		p.line(plain.Count(known, "finding") + " as before " + isAre(known) + " not listed; --verbose lists them.")
		p.blank()
	}
	p.accepted(v)
	p.unowned(v)
	p.gaps(v)
	p.questions(v)
	return p.flush()
}

// withoutKnown leaves out what an earlier scan has found too, and counts it.
func withoutKnown(r *finding.Report) (fresh *finding.Report, known int) {
	rest := *r
	rest.Findings = nil
	for _, f := range r.Findings {
		if f.Status == "unchanged" {
			known++
			continue
		}
		rest.Findings = append(rest.Findings, f)
	}
	return &rest, known
}

func nothing(known int) string {
	if known == 0 {
		return "No threats found."
	}
	return "No new threats; " + plain.Count(known, "finding") + " as before, which --verbose lists."
}

// pathFindings are the ways that come before all else. A way that is no worse
// than medium stands with the findings of its level.
func (p *printer) pathFindings(v *overview) {
	pressing := append(v.pathsOf(risk.Critical), v.pathsOf(risk.High)...)
	if len(pressing) == 0 {
		return
	}
	p.title(plain.Count(len(pressing), "way") + " to what matters")
	for _, f := range pressing {
		p.pathFinding(f, v)
	}
}

func (p *printer) pathFinding(f *finding.Finding, v *overview) {
	p.header(f, fmt.Sprintf("Path %d: %s", v.number[f.ID], plain.Line(f.Title)))
	p.text("  ", plain.Sentence(f.Sentence))
	p.steps(f.Path.Steps)
	p.fix(f)
	p.labelled("  ", "People", strings.Join(f.Owners, ", "))
	p.footer(f, v)
}

// header is the line that others can search for.
func (p *printer) header(f *finding.Finding, title string) {
	level := p.paint(levelStyle(f.Rating.Level), string(f.Rating.Level))
	line := p.paint(bold, place(f)+":") + " " + level + " " + plain.Line(f.ThreatID) + "  " + plain.Line(title)
	if f.Status == "new" {
		line += " (new)"
	}
	p.line(line)
}

// steps tells a path as numbered sentences, each with its place.
func (p *printer) steps(steps []model.Step) {
	for i := range steps {
		s := &steps[i]
		text := stepSentence(s)
		if at := plain.Place(s.Location); at != "" {
			text = strings.TrimSuffix(text, ".") + " (" + at + ")."
		}
		p.text(fmt.Sprintf("  %d. ", i+1), text)
		for _, a := range s.Assumes {
			p.text("     ", "Assumed: "+plain.Sentence(a))
		}
	}
}

func stepSentence(s *model.Step) string {
	if s.Sentence != "" {
		return plain.Sentence(s.Sentence)
	}
	return plain.End(s.From) + " takes over " + plain.End(s.To) + " by " + plain.Line(s.Technique) + "."
}

// fix says what to change. A path's best choke point says what else it closes.
func (p *printer) fix(f *finding.Finding) {
	if f.Path == nil || len(f.Path.ChokePoints) == 0 {
		p.labelled("  ", "Change", plain.Sentence(f.Fix))
		return
	}
	for _, c := range f.Path.ChokePoints {
		p.labelled("  ", "Change", chokePoint(c, f.Path.ID))
	}
}

// chokePoint says what to change where, and which other paths that closes.
func chokePoint(c model.ChokePoint, path string) string {
	text := strings.TrimSuffix(plain.Sentence(c.Change), ".")
	if at := plain.Place(c.Location); at != "" {
		text += " (" + at + ")"
	}
	others := 0
	for _, id := range c.Closes {
		if id != path {
			others++
		}
	}
	if others > 0 {
		return text + "; this path and " + plain.Count(others, "other") + " are then closed."
	}
	return text + "."
}

// footer holds what is looked up rather than read.
func (p *printer) footer(f *finding.Finding, v *overview) {
	parts := []string{plain.Rating(f.Rating)}
	if f.Path == nil && len(f.Owners) > 0 {
		parts = append(parts, "owner "+ownersInBrief(f.Owners))
	}
	if n := partOf(f, v); n != "" {
		parts = append(parts, n)
	}
	if n := len(f.Instances); n > 1 {
		parts = append(parts, plain.Count(n, "instance"))
	}
	if environments := f.Environments(); len(environments) > 0 {
		parts = append(parts, "in "+plain.Line(strings.Join(environments, ", ")))
	}
	if a := f.Acceptance; a != nil && a.Expired {
		parts = append(parts, "its acceptance ended on "+plain.Line(a.Until))
	}
	parts = append(parts, plain.Line(f.ID))
	for _, l := range wrap(strings.Join(parts, " | "), p.o.Width-2) {
		p.line("  " + p.paint(dim, l))
	}
	p.blank()
}

// namedOwners leave the line readable; other formats list them all.
const namedOwners = 3

func ownersInBrief(owners []string) string {
	if more := len(owners) - namedOwners; more > 1 {
		return plain.Line(strings.Join(owners[:namedOwners], ", ")) + " and " + plain.Number(more) + " more"
	}
	return plain.Line(strings.Join(owners, ", "))
}

// partOf names the paths above that a finding is a step of.
func partOf(f *finding.Finding, v *overview) string {
	var numbers []string
	for _, id := range f.PartOf {
		if n := v.number[id]; n > 0 {
			numbers = append(numbers, fmt.Sprint(n))
		}
	}
	switch len(numbers) {
	case 0:
		return ""
	case 1:
		return "step of path " + numbers[0]
	default:
		return "step of paths " + strings.Join(numbers, ", ")
	}
}

func (p *printer) groups(v *overview) {
	for _, level := range levels() {
		paths, others := v.milderPaths(level), v.at(level)
		if !p.o.Verbose {
			others = slices.DeleteFunc(slices.Clone(others), v.said)
			paths = slices.DeleteFunc(paths, v.closedAbove)
		}
		if len(paths)+len(others) == 0 || level == risk.Low && !p.o.Verbose {
			continue
		}
		p.title(capital(string(level)) + " (" + plain.Number(len(paths)+len(others)) + ")")
		for _, f := range paths {
			p.pathFinding(f, v)
		}
		p.findings(others, v)
	}
	if p.o.Verbose && len(v.Latent) > 0 {
		p.title("Latent: dangerous only once something uses it (" + plain.Number(len(v.Latent)) + ")")
		for _, f := range v.Latent {
			p.finding(f, v)
		}
	}
}

// findings tells those of one level; unless everything was asked for, what is
// alike together.
func (p *printer) findings(list []*finding.Finding, v *overview) {
	if !p.o.Verbose {
		for _, lot := range alike(list) {
			p.lot(lot, v)
		}
		return
	}
	for _, f := range list {
		p.finding(f, v)
	}
}

func (p *printer) finding(f *finding.Finding, v *overview) {
	p.header(f, f.Title)
	p.text("  ", plain.Sentence(f.Sentence))
	p.fix(f)
	p.footer(f, v)
}

// folded counts what is not worth a screen.
func (p *printer) folded(v *overview) {
	if p.o.Verbose {
		return
	}
	var parts []string
	if n := len(v.milderPaths(risk.Low)) + len(v.at(risk.Low)); n > 0 {
		parts = append(parts, plain.Number(n)+" low")
	}
	if n := len(v.Latent); n > 0 {
		parts = append(parts, plain.Number(n)+" latent")
	}
	if n := v.repeated(); n > 0 {
		parts = append(parts, plain.Number(n)+" told above already")
	}
	if len(parts) > 0 {
		p.line("Not listed: " + strings.Join(parts, ", ") + "; --verbose lists them.")
		p.blank()
	}
}

func (p *printer) accepted(v *overview) {
	if len(v.Accepted) == 0 {
		return
	}
	p.title("Accepted (" + plain.Number(len(v.Accepted)) + ")")
	for _, f := range v.Accepted {
		a := f.Acceptance
		p.line(fmt.Sprintf("%s: accepted %s%s by %s: %s", place(f), plain.Line(f.ThreatID), plain.Line(a.Ends()), plain.Line(a.Owner), plain.Line(a.Reason)))
	}
	p.blank()
}

func (p *printer) unowned(v *overview) {
	if text := unowned(v); text != "" {
		p.text("", text)
		p.blank()
	}
}

func (p *printer) gaps(v *overview) {
	lost, inexact := v.lost()
	p.gapList("Not analysed", lost)
	if p.o.Verbose {
		p.gapList("Analysed less exactly", inexact)
		return
	}
	if n := len(inexact); n > 0 {
		p.line(plain.Count(n, "part") + " analysed less exactly; --verbose says which and why.")
		p.blank()
	}
}

// briefly is how many gaps are listed unless everything was asked for.
const briefly = 20

func (p *printer) gapList(title string, gaps []*model.Gap) {
	if len(gaps) == 0 {
		return
	}
	p.title(title + " (" + plain.Number(len(gaps)) + ")")
	for i, g := range gaps {
		if i == briefly && !p.o.Verbose {
			p.line(plain.Number(len(gaps)-i) + " more; --verbose lists them.")
			break
		}
		p.line(gapLine(g))
	}
	p.blank()
}

func (p *printer) questions(v *overview) {
	if n := len(openQuestions(v.System)); n > 0 {
		p.line(plain.Count(n, "answer") + " from owners could change levels; threatvet questions lists what to ask.")
	}
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}
