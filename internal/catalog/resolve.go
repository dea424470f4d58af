package catalog

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// resolveAt finds what the argument at a dotted path of a resource names.
func (g *graph) resolveAt(n *node, dotted string, types []string) []*node {
	at := place{node: n, path: dottedPath(dotted)}
	v := valuesAt(n.res.Body, strings.Split(dotted, "."))
	return g.named(n, v, []place{at}, types)
}

func dottedPath(dotted string) cty.Path {
	first, _, _ := strings.Cut(dotted, ".")
	return cty.GetAttrPath(first)
}

// valuesAt follows attribute names into an object, through every item of the
// lists on the way.
func valuesAt(v cty.Value, names []string) cty.Value {
	v, _ = v.Unmark()
	switch {
	case !v.IsKnown():
		return cty.DynamicVal
	case v.IsNull():
		return cty.NullVal(cty.DynamicPseudoType)
	case len(names) == 0:
		return v
	case v.Type().IsObjectType():
		if !v.Type().HasAttribute(names[0]) {
			return cty.NullVal(cty.DynamicPseudoType)
		}
		return valuesAt(v.GetAttr(names[0]), names[1:])
	case v.CanIterateElements():
		var list []cty.Value
		for it := v.ElementIterator(); it.Next(); {
			_, item := it.Element()
			list = append(list, valuesAt(item, names))
		}
		return cty.TupleVal(list)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// resolve finds the resources that an expression names, by value and, for what
// has no value or matches nothing, by reference.
func (g *graph) resolve(s *scope, expr hcl.Expression, types []string) []*node {
	return g.resolveWith(s, expr, types, false)
}

// resolveWith does the work of resolve. Modules of which nothing is known count
// where vague is true: a flow may lead to them, but they are no network, no rule
// set and no identity.
func (g *graph) resolveWith(s *scope, expr hcl.Expression, types []string, vague bool) []*node {
	v, _ := s.value(expr)
	if v == cty.NilVal {
		return nil
	}
	list := g.named(s.node, v, s.reads(expr), types)
	if !vague {
		list = slices.DeleteFunc(list, (*node).vague)
	}
	return list
}

// vague reports whether a node is a module that the catalogue does not know.
func (n *node) vague() bool { return n.res.Opaque && n.entry.Type == anyModule }

// named does the work of resolve for a value that was read at the given places.
func (g *graph) named(n *node, v cty.Value, reads []place, types []string) []*node {
	values, complete := stringsOf(v)
	var list []*node
	add := func(found *node) {
		if found.isType(types) && !slices.Contains(list, found) {
			list = append(list, found)
		}
	}
	missed := false
	for _, value := range values {
		found := g.lookup(n.dir, value, types)
		missed = missed || len(found) == 0
		for _, f := range found {
			add(f)
		}
	}
	if complete && !missed {
		return list
	}
	for _, p := range reads {
		for _, address := range p.node.res.References(p.path) {
			if found := g.at(p.node.dir, address); found != nil && found != n {
				add(found)
			}
		}
	}
	return list
}

// lookup finds resources by one of their values, in the same root first. In
// other roots only an unambiguous match counts.
func (g *graph) lookup(dir, value string, types []string) []*node {
	pick := func(list []*node) []*node {
		var out []*node
		for _, n := range list {
			if n.isType(types) {
				out = append(out, n)
			}
		}
		return out
	}
	if found := pick(g.byValue[dir][value]); len(found) > 0 {
		return found
	}
	if found := pick(g.byValue[""][value]); len(found) == 1 && strings.ContainsAny(value, ":/.") {
		return found
	}
	return nil
}
