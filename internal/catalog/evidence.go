package catalog

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// maxEvidence bounds the places kept for one fact.
const maxEvidence = 12

// evidence returns the places that an expression's value rests on: each
// attribute that decided it with the chain of where its value came from, or the
// header of the resource where nobody set any.
func (s *scope) evidence(expr hcl.Expression) []model.Evidence {
	var list []model.Evidence
	for _, p := range s.reads(expr) {
		for _, e := range p.chain() {
			if len(list) < maxEvidence && !slices.Contains(list, e) {
				list = append(list, e)
			}
		}
	}
	if len(list) == 0 {
		list = []model.Evidence{s.node.header()}
	}
	return list
}

// reads returns the places that decided an expression's value. Where no
// attribute did, because a default holds, it is the nearest block around the
// attribute that is missing.
func (s *scope) reads(expr hcl.Expression) []place {
	syntax, ok := expr.(hclsyntax.Expression)
	if !ok {
		return nil
	}
	w := &witness{}
	s.decide(syntax, w)
	if len(w.found) == 0 {
		w.found = w.near
	}
	if len(w.found) == 0 {
		return s.around
	}
	return w.found
}

// all follows every variable of an expression.
func (s *scope) all(expr hcl.Expression, w *witness) {
	for _, t := range expr.Variables() {
		if name, ok := attrStep(t, 1); ok && t.RootName() == "let" {
			s.decideLet(name, w)
			continue
		}
		for _, p := range s.locate(t) {
			exact, whole := p.nearest()
			if len(exact.path) > 0 || exact.node != s.node {
				w.add(exact, whole)
			}
		}
	}
}

// locate says which places a traversal names.
func (s *scope) locate(t hcl.Traversal) []place {
	root := t.RootName()
	if at, ok := s.places[root]; ok {
		return []place{{node: at.node, path: append(slices.Clone(at.path), steps(t[1:])...)}}
	}
	switch root {
	case "self":
		return []place{{node: s.node, path: steps(t[1:])}}
	case "each":
		return s.around
	case "companion":
		name, _ := attrStep(t, 1)
		if list := s.node.companions[name]; len(list) > 0 {
			return []place{{node: list[0], path: steps(t[2:])}}
		}
	case "companions":
		return s.locateAll(t)
	}
	return nil
}

func (s *scope) locateAll(t hcl.Traversal) []place {
	name, _ := attrStep(t, 1)
	var list []place
	for _, n := range s.node.companions[name] {
		list = append(list, place{node: n})
	}
	return list
}

// elementPlaces returns the place of each item of a list, in order, where the
// expression simply names the list (also behind default).
func (s *scope) elementPlaces(expr hcl.Expression) []place {
	call, ok := expr.(*hclsyntax.FunctionCallExpr)
	if ok && call.Name == "default" && len(call.Args) > 0 {
		return s.elementPlaces(call.Args[0])
	}
	if ok && (call.Name == "settings" || call.Name == "secret_settings") && len(call.Args) == 1 {
		return s.settingPlaces(call)
	}
	t, diags := hcl.AbsTraversalForExpr(expr)
	if diags.HasErrors() {
		return nil
	}
	if t.RootName() == "companions" {
		return s.locateAll(t)
	}
	v, diags := expr.Value(s.ctx)
	at := s.locate(t)
	v, _ = v.Unmark()
	if diags.HasErrors() || len(at) != 1 || !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	var list []place
	for it := v.ElementIterator(); it.Next(); {
		k, _ := it.Element()
		var step cty.PathStep = cty.IndexStep{Key: k}
		if v.Type().IsObjectType() {
			step = cty.GetAttrStep{Name: k.AsString()}
		}
		path := append(slices.Clone(at[0].path), step)
		list = append(list, place{node: at[0].node, path: path})
	}
	return list
}

// settingPlaces returns the place of each variable that settings reads, where its
// argument is a map with these names.
func (s *scope) settingPlaces(call *hclsyntax.FunctionCallExpr) []place {
	t, diags := hcl.AbsTraversalForExpr(call.Args[0])
	if diags.HasErrors() {
		return nil
	}
	found, _ := s.value(call)
	given, _ := s.value(call.Args[0])
	found, _ = found.Unmark()
	given, _ = given.Unmark()
	at := s.locate(t)
	if len(at) != 1 || !given.IsKnown() || given.IsNull() || !found.IsKnown() {
		return nil
	}
	path := at[0].path
	if inner := under(given, "variables"); inner != cty.NilVal && given.LengthInt() == 1 {
		given, path = inner, path.GetAttr("variables")
	}
	var list []place
	for it := found.ElementIterator(); it.Next(); {
		k, _ := it.Element()
		if under(given, k.AsString()) == cty.NilVal {
			return nil
		}
		list = append(list, place{node: at[0].node, path: path.GetAttr(k.AsString())})
	}
	return list
}

// steps turns a traversal into a path as far as it is fixed.
func steps(t hcl.Traversal) cty.Path {
	var path cty.Path
	for _, step := range t {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			path = append(path, cty.GetAttrStep{Name: step.Name})
		case hcl.TraverseIndex:
			path = append(path, cty.IndexStep{Key: step.Key})
		default:
			return path
		}
	}
	return path
}

// nearest shortens a place to what is really there. whole is false where
// something had to be cut off.
func (p place) nearest() (exact place, whole bool) {
	v, _ := p.node.res.Config.Unmark()
	for i, step := range p.path {
		next, err := step.Apply(v)
		if err != nil {
			return place{node: p.node, path: p.path[:i]}, false
		}
		if next, _ = next.Unmark(); next.IsKnown() && next.IsNull() {
			return place{node: p.node, path: p.path[:i]}, false
		}
		v = next
		if !v.IsKnown() {
			return place{node: p.node, path: p.path[:i+1]}, true
		}
	}
	return p, true
}

// chain returns where the value at a place comes from, the line to change
// first: inside an argument of many lines that is the innermost item.
func (p place) chain() []model.Evidence {
	if len(p.path) == 0 {
		return []model.Evidence{p.node.header()}
	}
	origins := p.node.res.Origins(p.path)
	if len(origins) == 0 {
		return nil
	}
	inner := 0
	for inner+1 < len(origins) && origins[inner+1].Note == "item" && origins[inner+1].Address == origins[0].Address {
		inner++
	}
	list := []model.Evidence{evidenceOf(origins[inner])}
	for i, o := range origins {
		if i != inner {
			list = append(list, evidenceOf(o))
		}
	}
	return list
}

// line is where the value at a place stands, or else its resource.
func (p place) line() model.Location {
	if chain := p.chain(); len(chain) > 0 {
		return chain[0].Location
	}
	return p.node.element.Location
}

func evidenceOf(o terraform.Origin) model.Evidence {
	return model.Evidence{Location: locationOf(o.Range), Address: o.Address, Note: o.Note}
}

func locationOf(r hcl.Range) model.Location {
	return model.Location{
		File: r.Filename, Line: r.Start.Line, Column: r.Start.Column,
		EndLine: r.End.Line, EndColumn: r.End.Column,
	}
}

// reason says in a few words why an expression's value is not known: which
// variables nobody gave a value, else where the chain ends.
func (s *scope) reason(expr hcl.Expression) string {
	var open []string
	last := ""
	for _, p := range s.reads(expr) {
		if len(p.path) == 0 {
			continue
		}
		for _, o := range p.node.res.Origins(p.path) {
			if o.Note == "variable" && !slices.Contains(open, o.Address) {
				open = append(open, o.Address)
			}
			if o.Address != p.node.res.Address {
				last = o.Address
			}
		}
	}
	if len(open) == 0 && last != "" {
		open = []string{last}
	}
	if len(open) == 0 {
		return ""
	}
	return "depends on " + strings.Join(open, ", ")
}
