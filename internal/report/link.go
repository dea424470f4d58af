package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/link"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// LinkText says what joins two elements, with each line behind it; or, of a
// program and a place, what is missing.
func LinkText(w io.Writer, sys *model.System, a, b string, o TextOptions) error {
	p := newPrinter(w, o)
	links, flows := link.Between(sys, a, b)
	for _, l := range links {
		p.text("", linkWords(l)+" ("+plain.Line(l.Strength)+").")
		p.evidence(l.Evidence)
	}
	for _, f := range flows {
		p.text("", flowWords(f)+".")
		p.evidence(f.Evidence)
	}
	if len(links)+len(flows) == 0 {
		p.text("", "Nothing in the sources joins "+plain.Line(a)+" and "+plain.Line(b)+".")
	}
	for _, two := range [][2]string{{a, b}, {b, a}} {
		if c, ok := link.Compare(sys, two[0], two[1]); ok {
			p.comparison(c, two[0], two[1])
		}
	}
	return p.flush()
}

// linkWords says a link in a sentence.
func linkWords(l *model.Link) string {
	from, to := plain.Line(l.From), plain.Line(l.To)
	switch l.Kind {
	case "env":
		text := from + " reads the setting " + plain.Line(l.Via) + ", which " + to + " sets"
		if l.RefersTo != "" {
			text += " to what names " + plain.Line(l.RefersTo)
		}
		return text
	case "image":
		return to + " runs the image " + plain.Line(l.Via) + ", which is made of " + from
	case "archive":
		return to + " runs the code in " + plain.Line(l.Via) + ", which is made of " + from
	case "handler":
		return to + " starts " + plain.Line(l.Via) + ", which is made of " + from
	case "stated":
		return from + " runs on " + to + ", as its owner says"
	}
	text := from + " is joined to " + to + " by its " + plain.Line(l.Kind)
	if l.Via != "" {
		text += " " + plain.Line(l.Via)
	}
	return text
}

// flowWords says a flow in a sentence, with what is known of its protection.
func flowWords(f *model.Flow) string {
	text := plain.Line(f.From) + " talks to " + plain.Line(f.To)
	if f.Operation != "" {
		text += ", " + plain.Line(f.Operation)
	}
	if f.Protocol != "" {
		text += ", over " + plain.Line(f.Protocol)
	}
	switch f.Encryption.Value {
	case true:
		text += ", encrypted"
	case false:
		text += ", not encrypted"
	}
	if f.Authn.State != model.Unknown && f.Authn.Value != nil {
		text += fmt.Sprintf(", with %v", f.Authn.Value)
	}
	return text + " (" + plain.Line(f.Basis) + ")"
}

func (p *printer) comparison(c link.Comparison, program, place string) {
	say := func(what string, names []string) {
		if len(names) > 0 {
			p.text("  ", what+": "+plain.Line(strings.Join(names, ", ")))
		}
	}
	p.line("Settings of " + plain.Line(program) + " and " + plain.Line(place))
	say("on both sides", c.Shared)
	say("read by the program only", c.Missing)
	say("set by the place only", c.Extra)
	say("programs that fit as well", c.Rivals)
	if len(c.Shared) == 0 {
		p.text("  ", "no setting stands on both sides; where the program runs can be said in threat-context.yaml under links")
	}
}

type linkJSON struct {
	Links      []*model.Link    `json:"links"`
	Flows      []*model.Flow    `json:"flows"`
	Comparison *link.Comparison `json:"comparison,omitempty"`
}

// LinkJSON writes the same as [LinkText] for programs.
func LinkJSON(w io.Writer, sys *model.System, a, b string) error {
	links, flows := link.Between(sys, a, b)
	doc := linkJSON{Links: list(links), Flows: list(flows)}
	for _, two := range [][2]string{{a, b}, {b, a}} {
		if c, ok := link.Compare(sys, two[0], two[1]); ok {
			doc.Comparison = &c
		}
	}
	return encode(w, doc)
}
