package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// References returns the addresses of the resource instances that the
// expression at a path depends on, through locals, variables, module arguments
// and outputs, sorted. A nil path asks for the whole resource.
func (r *Resource) References(p cty.Path) []string {
	n := r.origins.node
	if n == nil {
		return nil
	}
	t := &tracer{}
	if len(p) == 0 {
		n.each(func(a attribute, s *scope) { t.mentions(source{expr: a.expr, scope: s}) })
	} else if a, rest, _ := n.find(p); a != nil {
		t.mentions(source{expr: a.expr, scope: a.scope, path: rest})
	} else if inner := n.inside(p); inner != nil {
		inner.each(func(a attribute, s *scope) { t.mentions(source{expr: a.expr, scope: s}) })
	}
	slices.Sort(t.resources.list)
	return slices.DeleteFunc(t.resources.list, func(a string) bool { return a == r.Address })
}

// mentions follows an expression with its indexes evaluated, so that
// aws_subnet.private[count.index] means one instance.
func (t *tracer) mentions(s source) { t.follow(s) }

// each visits the attributes of a body and of its nested blocks, in order.
func (n *node) each(visit func(attribute, *scope)) {
	for _, name := range slices.Sorted(maps.Keys(n.attrs)) {
		visit(n.attrs[name], n.scope)
	}
	for _, name := range slices.Sorted(maps.Keys(n.blocks)) {
		for _, b := range n.blocks[name] {
			b.each(visit)
		}
	}
}

// inside returns the nested block that a path names.
func (n *node) inside(p cty.Path) *node {
	for i := 0; i < len(p); i++ {
		name, ok := p[i].(cty.GetAttrStep)
		if !ok {
			return nil
		}
		blocks, index := n.blocks[name.Name], 0
		if i+1 < len(p) {
			if step, ok := p[i+1].(cty.IndexStep); ok {
				i++
				index, _ = number(step.Key)
			}
		}
		if index >= len(blocks) {
			return nil
		}
		n = blocks[index]
	}
	return n
}

// indexed evaluates the indexes of an expression's references: in a[b.c] the
// traversal a is all that hcl reports, the key is an expression of its own.
func indexed(expr hcl.Expression) map[string]hcl.Expression {
	out := map[string]hcl.Expression{}
	syntax, ok := expr.(hclsyntax.Expression)
	if !ok {
		return out
	}
	_ = hclsyntax.VisitAll(syntax, func(n hclsyntax.Node) hcl.Diagnostics {
		if i, ok := n.(*hclsyntax.IndexExpr); ok {
			if t, ok := i.Collection.(*hclsyntax.ScopeTraversalExpr); ok {
				out[text(t.Traversal)] = i.Key
			}
		}
		return nil
	})
	return out
}

func text(t hcl.Traversal) string {
	s := t.RootName()
	for _, step := range t[1:] {
		if a, ok := step.(hcl.TraverseAttr); ok {
			s += "." + a.Name
		}
	}
	return s
}
