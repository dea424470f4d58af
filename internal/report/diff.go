package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/diff"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// DiffSummary is a whole difference in one line: "2 findings new (1 high, 1 low),
// 1 gone; 3 changes help attackers".
func DiffSummary(d *diff.Diff) string {
	var parts []string
	if n := len(d.New); n > 0 {
		parts = append(parts, plain.Count(n, "new finding")+" ("+counts(d.New)+")")
	} else {
		parts = append(parts, "no new finding")
	}
	if n := len(d.Changed); n > 0 {
		parts = append(parts, plain.Number(n)+" at another level")
	}
	if n := len(d.Gone); n > 0 {
		parts = append(parts, plain.Number(n)+" gone")
	}
	line := strings.Join(parts, ", ")
	if n := len(effect(d, diff.Worse)); n > 0 {
		line += "; " + plain.Count(n, "change") + " in the attackers' favour"
	}
	if n := len(d.Blind); n > 0 {
		line += "; " + plain.Count(n, "part") + " can no longer be analysed"
	}
	return line
}

func effect(d *diff.Diff, e diff.Effect) []diff.Change {
	var list []diff.Change
	for _, c := range d.Changes {
		if c.Effect == e {
			list = append(list, c)
		}
	}
	return list
}

// effects are the parts of a difference with their titles, in order.
var effects = []struct {
	effect diff.Effect
	title  string
}{
	{diff.Worse, "In the attackers' favour"},
	{diff.Neutral, "Else different"},
	{diff.Better, "In the defenders' favour"},
}

// mostChanges is how many changes of one effect are shown unless all are asked for.
const mostChanges = 20

// DiffText writes a difference for a terminal: what is different in the system,
// then the threats that are new, at another level, and gone.
func DiffText(w io.Writer, d *diff.Diff, o TextOptions) error {
	p := newPrinter(w, o)
	if len(d.Changes)+len(d.New)+len(d.Changed)+len(d.Gone) == 0 {
		p.line("Nothing is different for attackers or defenders.")
	}
	for _, part := range effects {
		p.changes(part.title, effect(d, part.effect))
	}
	p.newFindings(d)
	p.changedFindings(d)
	p.goneFindings(d)
	p.blindParts(d)
	return p.flush()
}

func (p *printer) changes(title string, list []diff.Change) {
	if len(list) == 0 {
		return
	}
	p.title(title)
	for i, c := range list {
		if i == mostChanges && !p.o.Verbose {
			p.line("  " + plain.Number(len(list)-i) + " more with -v.")
			break
		}
		text := plain.Sentence(c.Sentence)
		if at := plain.Place(c.Location); at != "" {
			text += " (" + at + ")"
		}
		p.text("  - ", text)
	}
	p.blank()
}

func (p *printer) newFindings(d *diff.Diff) {
	shown, folded := p.split(d.New)
	if len(d.New) == 0 {
		return
	}
	p.title(plain.Count(len(d.New), "new finding"))
	v := newOverview(d.After)
	for _, f := range shown {
		p.header(f, plain.Line(f.Title))
		p.text("  ", plain.Sentence(f.Sentence))
		p.fix(f)
		p.footer(f, v)
	}
	if len(folded) > 0 {
		p.line("  " + plain.Count(len(folded), "low or latent one") + " with -v.")
		p.blank()
	}
}

// split folds what is low or latent away, unless all is asked for.
func (p *printer) split(list []*finding.Finding) (shown, folded []*finding.Finding) {
	for _, f := range list {
		if !p.o.Verbose && (f.Rating.Latent || height(f.Rating.Level) <= height(risk.Low)) {
			folded = append(folded, f)
			continue
		}
		shown = append(shown, f)
	}
	return shown, folded
}

func (p *printer) changedFindings(d *diff.Diff) {
	if len(d.Changed) == 0 {
		return
	}
	p.title(plain.Count(len(d.Changed), "finding") + " at another level")
	for _, c := range d.Changed {
		p.text("  - ", place(c.After)+" "+c.After.ThreatID+" "+plain.Line(c.After.Title)+": "+levelChange(c))
	}
	p.blank()
}

// levelChange says what a finding was and is.
func levelChange(c diff.Pair) string {
	return standing(c.Before) + " before, " + standing(c.After) + " now"
}

func standing(f *finding.Finding) string {
	text := fmt.Sprintf("%s %.1f", f.Rating.Level, f.Rating.Score)
	switch {
	case f.Accepted():
		text += " (accepted)"
	case f.Rating.Latent:
		text += " (latent)"
	}
	return text
}

func (p *printer) goneFindings(d *diff.Diff) {
	if len(d.Gone) == 0 {
		return
	}
	p.title(plain.Count(len(d.Gone), "finding") + " gone")
	shown, folded := p.split(d.Gone)
	for _, f := range shown {
		p.text("  - ", fmt.Sprintf("%s %.1f ", f.Rating.Level, f.Rating.Score)+plain.Line(f.ThreatID)+" "+plain.Line(f.Title)+", which was at "+place(f))
	}
	if len(folded) > 0 {
		p.line("  " + plain.Count(len(folded), "low or latent one") + " with -v.")
	}
	p.blank()
}

func (p *printer) blindParts(d *diff.Diff) {
	if len(d.Blind) == 0 {
		return
	}
	p.title("Can no longer be analysed")
	p.text("  ", "What was found in these parts seems gone, and may not be.")
	for _, g := range d.Blind {
		p.text("  - ", gapLine(g))
	}
	p.blank()
}

func gapLine(g *model.Gap) string {
	if at := plain.Place(g.Location); at != "" {
		return at + ": " + plain.Gap(g)
	}
	return plain.Gap(g)
}
