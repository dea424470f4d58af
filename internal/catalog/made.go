package catalog

import (
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/terraform"
)

// made marks a value with the stand-ins in it: what only the cloud will know is
// not written in the sources, however long it looks.
type made struct{ texts []string }

// markMade marks those of the named attributes that hold stand-ins of what they
// refer to.
func (n *node) markMade(attrs map[string]cty.Value, names []string) {
	for _, name := range names {
		v, ok := attrs[name]
		if !ok || isNull(v) {
			continue
		}
		if texts := n.madeFor(cty.GetAttrPath(name)); len(texts) > 0 {
			attrs[name] = v.Mark(&made{texts: texts})
		}
	}
}

// madeFor lists the stand-ins of what an attribute refers to.
func (n *node) madeFor(p cty.Path) []string {
	var texts []string
	for _, address := range n.res.References(p) {
		if other := n.graph.at(n.dir, address); other != nil {
			texts = append(texts, other.standinTexts()...)
		}
	}
	return texts
}

// standinTexts lists the values that only stand-ins give.
func (n *node) standinTexts() []string {
	config := attributesOf(n.res.Config, nil)
	var texts []string
	for _, s := range n.entry.Standins {
		if v, ok := config[s.Name]; ok && v.IsKnown() {
			continue
		}
		values, _ := stringsOf(attributesOf(n.res.Body, []string{s.Name})[s.Name])
		texts = append(texts, values...)
	}
	return slices.DeleteFunc(texts, func(t string) bool { return len(t) <= 3 })
}

func madeIn(v cty.Value) *made {
	for mark := range v.Marks() {
		if m, ok := mark.(*made); ok {
			return m
		}
	}
	return nil
}

// unmade takes the mark away.
func unmade(v cty.Value) cty.Value {
	bare, marks := v.Unmark()
	for mark := range marks {
		if _, ok := mark.(*made); ok {
			delete(marks, mark)
		}
	}
	return bare.WithMarks(marks)
}

// without are the same words where some texts are no secrets.
func (w *secretWords) without(m *made) *secretWords {
	words := *w
	words.made = append(slices.Clone(w.made), m.texts...)
	return &words
}

// isMade reports whether a value is made with something that only the cloud will
// know.
func (w *secretWords) isMade(value string) bool {
	return strings.Contains(value, terraform.Hole) ||
		slices.ContainsFunc(w.made, func(text string) bool { return strings.Contains(value, text) })
}
