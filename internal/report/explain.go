package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// explainWidth keeps lines readable; explanations are prose.
const explainWidth = 100

// ExplainFinding says why a finding is there and rated as it is: each factor
// and fact with the line behind it, and what would lower it.
func ExplainFinding(w io.Writer, f *finding.Finding, r *finding.Report) error {
	p := newPrinter(w, TextOptions{Width: explainWidth})
	p.line(plain.Line(f.ID) + "  " + plain.Line(f.Title))
	p.line(place(f) + ": " + plain.Rating(f.Rating))
	p.blank()
	p.text("", plain.Sentence(f.Sentence))
	p.blank()
	p.labelled("", "Change", plain.Sentence(f.Fix))
	p.block(f.Match.Snippet)
	p.blank()
	p.factors(f)
	p.lower(f)
	p.answers(f, r)
	p.facts(f, r)
	p.origin(f)
	p.trace(f.Trace)
	if f.Path != nil {
		p.line("The path")
		p.steps(f.Path.Steps)
		for _, c := range f.Path.ChokePoints {
			p.labelled("  ", "Change", chokePoint(c, f.Path.ID))
		}
		p.blank()
	}
	p.people(f)
	return p.flush()
}

// block is text to copy, as it is but for what would steer a terminal.
func (p *printer) block(text string) {
	if text == "" {
		return
	}
	p.blank()
	for _, line := range lines(text) {
		p.line("    " + line)
	}
}

// factors lists the numbers of the rating with what each rests on.
func (p *printer) factors(f *finding.Finding) {
	r := f.Rating
	p.line("Why " + string(r.Level))
	for _, x := range r.Factors {
		p.text(fmt.Sprintf("  %-9s %d  ", plain.Line(x.Name), x.Value), x.Why)
		p.evidence(x.Evidence)
	}
	p.text("  so: ", fmt.Sprintf("likelihood %d of 4 (%s) and impact %d of 4 (%s) make %s, %.1f.",
		r.Likelihood, plain.Likelihood(r.Likelihood), r.Impact, plain.Impact(r.Impact), r.Level, r.Score))
	if r.Assumed {
		text := "The impact is assumed: no owner has said what the data is worth."
		if f.Threat.Bare() {
			text += " Until then the absence of a safety net is rated low."
		}
		p.text("  ", text)
	}
	if r.Latent {
		p.text("  ", "Latent: nothing in the sources uses the element, so it counts as hard to reach.")
	}
	p.blank()
}

func (p *printer) evidence(list []model.Evidence) {
	for _, e := range list {
		text := plain.Place(e.Location)
		if about := evidenceNote(e); about != "" {
			text += "  " + about
		}
		p.line(strings.Repeat(" ", 14) + text)
	}
}

func evidenceNote(e model.Evidence) string {
	switch {
	case e.Note == "":
		return plain.Line(e.Address)
	case e.Address == "":
		return plain.Line(e.Note)
	}
	return plain.Line(e.Address) + " (" + plain.Line(e.Note) + ")"
}

func (p *printer) lower(f *finding.Finding) {
	first := true
	for _, x := range f.Rating.Factors {
		if x.Lower == "" {
			continue
		}
		if first {
			p.line("What would lower it")
			first = false
		}
		p.text("  ", capital(plain.Line(x.Name))+": "+plain.Sentence(x.Lower))
	}
	if !first {
		p.blank()
	}
}

// answers say what owners could answer, and what that would make of the finding.
func (p *printer) answers(f *finding.Finding, r *finding.Report) {
	if r == nil || r.System == nil {
		return
	}
	for _, q := range openQuestions(r.System) {
		for _, o := range q.Outcomes {
			if o.Finding != f.ID {
				continue
			}
			p.line("What an answer would change")
			whom := "Nobody is named who could say"
			if q.Owner != "" {
				whom = plain.Line(q.Owner) + " can say"
			}
			p.text("  ", whom+" ("+q.ID+"): "+plain.Line(q.Text))
			p.text("  ", capital(orNothing(o.IfNone))+" if no harm comes of it; "+orNothing(o.IfSevere)+" if the harm is severe.")
			p.blank()
		}
	}
}

// facts are the statements of the model that the threat rests on.
func (p *printer) facts(f *finding.Finding, r *finding.Report) {
	if r == nil || r.System == nil || len(f.Match.Because) == 0 {
		return
	}
	facts := factsOf(f.Match.On, r.System)
	first := true
	for _, name := range f.Match.Because {
		fact, ok := facts[name]
		if !ok {
			continue
		}
		if first {
			p.line("Facts about " + plain.Line(f.Match.On))
			first = false
		}
		text := fmt.Sprintf("%s = %v (%s)", name, fact.Value, fact.State)
		if about, known := model.Words().Fact(name); known {
			text += ": " + about.About
		}
		p.text("  ", text)
		p.evidence(fact.Evidence)
	}
	if !first {
		p.blank()
	}
}

func factsOf(id string, sys *model.System) map[string]model.Fact {
	for _, e := range sys.Elements {
		if e.ID == id {
			return e.Facts
		}
	}
	for _, i := range sys.Identities {
		if i.ID == id {
			return i.Facts
		}
	}
	return nil
}

// origin is the chain of where the value came from.
func (p *printer) origin(f *finding.Finding) {
	if len(f.Related) == 0 {
		return
	}
	p.line("Where it comes from")
	for _, e := range f.Related {
		p.text("  ", plain.Place(e.Location)+"  "+evidenceNote(e))
	}
	p.blank()
}

func (p *printer) trace(trace []model.TraceStep) {
	if len(trace) == 0 {
		return
	}
	p.line("The way through the code")
	for i, s := range trace {
		p.text(fmt.Sprintf("  %d. ", i+1), plain.Place(s.Location)+"  "+plain.Line(s.Note))
	}
	p.blank()
}

func (p *printer) people(f *finding.Finding) {
	p.labelled("", "Owners", strings.Join(f.Owners, ", "))
	if n := len(f.Instances); n > 1 {
		p.labelled("", "Instances", strings.Join(f.Instances, ", "))
	}
	p.labelled("", "Step of", strings.Join(f.PartOf, ", "))
	if a := f.Acceptance; a != nil {
		who := "by " + a.Owner
		switch {
		case a.Expired:
			who += ", ended on " + a.Until
		case a.Until != "":
			who += "," + a.Ends()
		}
		p.labelled("", "Accepted", fmt.Sprintf("%s (%s): %s", who, plain.Place(a.Location), plain.Sentence(a.Reason)))
	}
	p.labelled("", "Fingerprint", f.Fingerprint)
	p.text("", "threatvet explain "+plain.Line(f.ThreatID)+" says more about this kind of threat.")
}

// ExplainThreat says what a threat is about, from its policy.
func ExplainThreat(w io.Writer, t *model.Threat) error {
	p := newPrinter(w, TextOptions{Width: explainWidth})
	p.line(plain.Line(t.ID) + "  " + plain.Line(t.Title))
	p.blank()
	p.text("", plain.Sentence(t.Scenario))
	p.blank()
	p.labelled("", "Change", plain.Sentence(t.Fix))
	p.blank()
	p.labelled("", "Looked for in", t.On)
	p.labelled("", "Kind of harm", t.Stride)
	p.labelled("", "Ease", fmt.Sprintf("%d of 4, %s", t.Ease, plain.Ease(t.Ease)))
	if t.SafetyNet {
		p.labelled("", "Safety net", "its absence is never rated above medium, and low while nobody has said what the data is worth")
	}
	p.labelled("", "CWE", numbers("CWE", t.CWE))
	p.labelled("", "CAPEC", numbers("CAPEC", t.CAPEC))
	p.labelled("", "ATT&CK", strings.Join(t.Attack, ", "))
	for _, ref := range t.References {
		p.labelled("", "See", ref)
	}
	p.labelled("", "Policy", t.File)
	return p.flush()
}

func numbers(prefix string, list []int) string {
	var all []string
	for _, n := range list {
		all = append(all, fmt.Sprintf("%s-%d", prefix, n))
	}
	return strings.Join(all, ", ")
}
