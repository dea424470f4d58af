package finding

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// hole stands in values for a part that the sources do not tell.
const hole = "⟦?⟧"

// fill puts names of this system into a template's {braces}. What a value
// itself holds in braces stays as it is.
func (a *assembler) fill(template string, m model.Match) string {
	var b strings.Builder
	for {
		start := strings.IndexByte(template, '{')
		end := strings.IndexByte(template, '}')
		if start < 0 || end < start {
			b.WriteString(template)
			return strings.TrimSpace(b.String())
		}
		name := template[start+1 : end]
		b.WriteString(template[:start])
		if isName(name) {
			b.WriteString(Printable(a.value(name, m)))
		} else {
			b.WriteString(template[start : end+1])
		}
		template = template[end+1:]
	}
}

func isName(s string) bool {
	for _, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// value finds what a placeholder stands for: what the policy gave, what the
// match implies, or else the placeholder in words.
func (a *assembler) value(name string, m model.Match) string {
	if v := m.Values[name]; v != "" {
		return v
	}
	var v string
	switch name {
	case "element", "on", "id":
		v = m.On
	case "name":
		if e := a.Index.Elements[m.On]; e != nil {
			v = cmp.Or(e.Name, e.ID)
		}
	case "identity", "role", "principal":
		v = a.identity(m)
	case "data":
		v = a.data(m)
	case "entry_point", "route":
		if e := a.Index.Entries[cmp.Or(m.EntryPoint, a.entryOf(m))]; e != nil {
			v = risk.EntryName(e)
		}
	case "function", "handler":
		if w := a.Index.Weaknesses[m.Weakness]; w != nil {
			v = a.functionName(w, m)
		}
	case "start", "end", "from", "to":
		v = a.pathEnd(name, m)
	}
	return cmp.Or(v, "the "+strings.ReplaceAll(name, "_", " "))
}

var literal = regexp.MustCompile(`(\.func\d+(\.\d+)?)+$`)

// functionName names the function of a weakness so that people find it: a
// literal has no name of its own, so its route, the function around it or its
// file stands for it.
func (a *assembler) functionName(w *model.Weakness, m model.Match) string {
	name := cmp.Or(w.Function, strings.TrimPrefix(w.Element, "go:"))
	around := literal.ReplaceAllString(name, "")
	if around == name {
		return name
	}
	if e := a.Index.Entries[cmp.Or(m.EntryPoint, w.EntryPoint)]; e != nil && e.Path != "" && e.Handler == w.Function {
		return risk.EntryName(e)
	}
	if strings.HasSuffix(around, ".init") {
		return "a function in " + w.Location.File
	}
	return around
}

func (a *assembler) entryOf(m model.Match) string {
	if w := a.Index.Weaknesses[m.Weakness]; w != nil {
		return w.EntryPoint
	}
	return ""
}

func (a *assembler) identity(m model.Match) string {
	if g := a.Index.Grants[m.Grant]; g != nil {
		return g.Identity
	}
	if i := a.Index.Identities[m.On]; i != nil {
		return i.ID
	}
	for e := a.Index.Elements[m.On]; e != nil; e = a.Index.Elements[e.PartOf] {
		if e.RunsAs != "" || e.PartOf == e.ID {
			return e.RunsAs
		}
	}
	return ""
}

func (a *assembler) data(m model.Match) string {
	var names []string
	take := func(ids []string) {
		for _, id := range ids {
			if d := a.Index.Data[id]; d != nil {
				names = append(names, d.Name)
			}
		}
	}
	if p := a.path(m); p != nil {
		take(p.Data)
	} else if e := a.Index.Elements[m.On]; e != nil {
		take(e.Stores)
	}
	if len(names) > 3 {
		names = append(names[:2], "other data")
	}
	return strings.Join(names, ", ")
}

func (a *assembler) pathEnd(name string, m model.Match) string {
	p := a.path(m)
	if p == nil {
		if f := a.Index.Flows[cmp.Or(m.Flow, m.On)]; f != nil && name == "from" {
			return f.From
		} else if f != nil && name == "to" {
			return f.To
		}
		return ""
	}
	id := p.End
	if name == "start" || name == "from" {
		id = p.Start
	}
	switch id {
	case "internet":
		return "the internet"
	case "any-account":
		return "any account at the provider"
	case "account-admin":
		return "administrator rights"
	}
	return id
}

// Printable makes text from the sources safe to show: no control characters,
// no marks that turn the direction of writing, and no holes.
func Printable(s string) string {
	s = strings.ReplaceAll(s, hole, "…")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r), r == unicode.ReplacementChar, unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, s)
}
