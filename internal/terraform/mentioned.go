package terraform

import (
	"slices"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// mentioned is what an expression refers to, which is the same wherever and
// however often it is evaluated.
type mentioned struct {
	variables []hcl.Traversal
	// names are the attributes that it asks for.
	names []string
	// wholes are the resources that it takes as a whole, by type.name.
	wholes []string
	// keys are the indexes of a[b.c], by the text of a.
	keys map[string]hcl.Expression
	// loops are the collections of nested for expressions, outermost first.
	loops [][]hclsyntax.Expression
	// giant is a number that is too long to write down.
	giant bool
}

// mentions remembers what each expression of the parsed modules refers to.
type mentions struct{ known sync.Map }

func (m *mentions) of(expr hcl.Expression) *mentioned {
	syntax, ok := expr.(hclsyntax.Expression)
	if !ok {
		return &mentioned{variables: expr.Variables(), names: names(expr), wholes: wholes(expr.Variables())}
	}
	if known, ok := m.known.Load(syntax); ok {
		return known.(*mentioned)
	}
	n := &mentioned{variables: expr.Variables(), loops: loops(syntax), giant: giant(syntax)}
	if len(n.variables) > 0 {
		n.names, n.keys, n.wholes = slices.Clip(names(expr)), indexed(expr), wholes(n.variables)
	} else if n.loops == nil && !n.giant {
		n = &nothingMentioned
	}
	m.known.Store(syntax, n)
	return n
}

var nothingMentioned = mentioned{}

// wholes lists the traversals that end at a resource or at an instance of one.
func wholes(variables []hcl.Traversal) []string {
	var found []string
	for _, t := range variables {
		key, rest := t.RootName()+"."+step(t, 1), 2
		switch t.RootName() {
		case "var", "local", "module", "each", "count", "self", "path", "terraform":
			continue
		case "data":
			key, rest = key+"."+step(t, 2), 3
		}
		if len(t) <= rest || len(t) == rest+1 && isIndex(t[rest]) {
			found = append(found, key)
		}
	}
	return found
}
