package sarif

import (
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// factors says what the numbers of a rating mean. Ease is the threat's own, the
// others are worked out for each place.
var factors = [...][2]string{
	{"Exposure", "from how far away the place can be reached: 4 from the internet, 3 behind a login or by a partner, 2 from inside, 1 by administrators only."},
	{"Controls", "up to 2 off for what stands in every way in, such as a firewall or a login."},
	{"Path", "1 more where the place lies on a whole way to data that matters."},
	{"Impact", "the owner's word for the harm: 1 minor, 2 noticeable, 3 serious, 4 severe; assumed where nobody has said."},
}

const method = "Likelihood is the lower of ease and exposure, less controls, plus path. Likelihood and impact together give the level."

// help is what a person reads who wants to know what the rule is about, as text
// and as Markdown.
func (rs *rules) help(t *model.Threat) (text, markdown string) {
	var b, m strings.Builder
	heading := func(s string) {
		fmt.Fprintf(&b, "\n%s\n", s)
		fmt.Fprintf(&m, "\n### %s\n\n", s)
	}
	line := func(s string) {
		fmt.Fprintf(&b, "%s\n", s)
		fmt.Fprintf(&m, "%s\n", plain.Markdown(s))
	}
	item := func(name, s string) {
		fmt.Fprintf(&b, "- %s: %s\n", name, s)
		fmt.Fprintf(&m, "- **%s**: %s\n", name, plain.Markdown(s))
	}

	heading("What can happen")
	line(orTitle(general(t.Scenario), t))
	if t.Fix != "" {
		heading("What to change")
		line(plain.Sentence(t.Fix))
	}
	heading("How it is rated")
	item("Ease", fmt.Sprintf("%d of 4: %s.", t.Ease, plain.Ease(t.Ease)))
	for _, f := range factors {
		item(f[0], f[1])
	}
	line("")
	line(method)
	if t.SafetyNet {
		line("A missing safety net is never rated above medium, and low while nobody has said what the data is worth.")
	}
	rs.references(t, heading, &b, &m)
	return clip(b.String()), clip(m.String())
}

func (rs *rules) references(t *model.Threat, heading func(string), b, m *strings.Builder) {
	refs := referencesOf(t)
	if len(refs) == 0 && len(t.References) == 0 {
		return
	}
	heading("References")
	for _, r := range refs {
		name, page := rs.taxa.describe(r)
		writeReference(b, m, name, page)
	}
	for _, r := range t.References {
		page, _ := webPage(r)
		writeReference(b, m, plain.Line(r), page)
	}
}

func writeReference(b, m *strings.Builder, name, page string) {
	if page == "" {
		fmt.Fprintf(b, "- %s\n", name)
		fmt.Fprintf(m, "- %s\n", plain.Markdown(name))
		return
	}
	if page == name {
		fmt.Fprintf(b, "- %s\n", name)
	} else {
		fmt.Fprintf(b, "- %s, %s\n", name, page)
	}
	fmt.Fprintf(m, "- [%s](<%s>)\n", plain.Markdown(name), strings.ReplaceAll(page, ">", "%3E"))
}

func orTitle(s string, t *model.Threat) string {
	if s != "" {
		return s
	}
	return plain.Line(t.Title)
}

func clip(s string) string { return plain.Cut(strings.TrimLeft(s, "\n"), maxHelp) }
