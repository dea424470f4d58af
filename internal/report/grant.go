package report

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// GrantsText says in sentences who may do what to what, and why.
func GrantsText(w io.Writer, from, to string, list []iam.Explained, o TextOptions) error {
	p := newPrinter(w, o)
	if len(list) == 0 {
		p.line("Nothing in the sources gives " + plain.Line(everybody(from)) + " any right on " + plain.Line(everyTarget(to)) + ".")
		return p.flush()
	}
	last := ""
	for _, e := range list {
		if head := plain.End(e.Identity) + " on " + plain.Line(target(e.Target)); head != last {
			if last != "" {
				p.blank()
			}
			p.line(p.paint(bold, head))
			last = head
		}
		p.explained(e)
	}
	return p.flush()
}

func everybody(from string) string {
	if from == "*" {
		return "anybody"
	}
	return from
}

func everyTarget(to string) string {
	if to == "*" {
		return "anything"
	}
	return to
}

func target(id string) string {
	if id == iam.Account {
		return "the account"
	}
	return id
}

func (p *printer) explained(e iam.Explained) {
	answer := string(e.Answer)
	if len(e.Actions) > 0 {
		answer += " (" + strings.Join(e.Actions, ", ") + ")"
	}
	p.text("  "+e.Level+": ", answer)
	for _, c := range e.Conditions {
		p.text("    if ", c)
	}
	for _, r := range e.Reasons {
		lead := "    "
		if at := plain.Place(r.Location); at != "" {
			lead += at + "  "
		}
		p.text(lead, r.Text)
	}
}

// grantJSON is one answer of the JSON contract.
type grantJSON struct {
	From       string        `json:"from"`
	To         string        `json:"to"`
	Level      string        `json:"level"`
	Answer     iam.Answer    `json:"answer"`
	Actions    []string      `json:"actions"`
	Conditions []string      `json:"conditions"`
	Because    []becauseJSON `json:"because"`
}

type becauseJSON struct {
	Says     string          `json:"says"`
	Location *model.Location `json:"location,omitempty"`
}

// GrantsJSON writes the same as [GrantsText] for programs.
func GrantsJSON(w io.Writer, explained []iam.Explained) error {
	out := make([]grantJSON, len(explained))
	for i, e := range explained {
		g := grantJSON{From: e.Identity, To: e.Target, Level: e.Level, Answer: e.Answer, Actions: list(e.Actions), Conditions: list(e.Conditions), Because: []becauseJSON{}}
		for _, r := range e.Reasons {
			b := becauseJSON{Says: r.Text}
			if !r.IsZero() {
				at := r.Location
				b.Location = &at
			}
			g.Because = append(g.Because, b)
		}
		out[i] = g
	}
	text, err := json.MarshalIndent(map[string]any{"grants": out}, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append(plain.JSON(text), '\n'))
	return err
}
