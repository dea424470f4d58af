package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// maxBlocks limits what one dynamic block may become.
const maxBlocks = 1000

// evaluate turns a body into an object: its arguments, and for each type of
// nested block a tuple of objects.
func (e *evaluator) evaluate(body hcl.Body, s *scope) (*node, map[string]cty.Value) {
	n := &node{attrs: map[string]attribute{}, blocks: map[string][]*node{}, scope: s, at: body.MissingItemRange()}
	values := map[string]cty.Value{}
	for name, a := range attributesOf(body) {
		if meta[name] && s.topLevel() {
			continue
		}
		n.attrs[name] = attribute{expr: a.Expr, rng: a.Range}
		if v := e.value(a.Expr, s); !isNull(v) {
			values[name] = v
		}
	}
	native, ok := body.(*hclsyntax.Body)
	if !ok {
		return n, values
	}
	groups := map[string][]cty.Value{}
	for _, b := range native.Blocks {
		if meta[b.Type] && s.topLevel() {
			continue
		}
		if b.Type == "dynamic" && len(b.Labels) == 1 {
			e.dynamic(n, groups, b, s)
			continue
		}
		e.nested(n, groups, b.Type, b.Body, b.DefRange(), s.inside())
	}
	for typ, items := range groups {
		values[typ] = cty.TupleVal(items)
	}
	return n, values
}

// topLevel reports whether meta-arguments have their meaning here.
func (s *scope) topLevel() bool { return !s.deep }

func (s *scope) inside() *scope {
	n := *s
	n.deep = true
	return &n
}

func isNull(v cty.Value) bool {
	bare, _ := v.Unmark()
	return bare.IsKnown() && bare.IsNull()
}

func (e *evaluator) nested(n *node, groups map[string][]cty.Value, typ string, body hcl.Body, at hcl.Range, s *scope) {
	child, values := e.evaluate(body, s)
	child.at = at
	n.blocks[typ] = append(n.blocks[typ], child)
	groups[typ] = append(groups[typ], cty.ObjectVal(values))
}

// dynamic expands a dynamic block. One that is repeated an unknown number of
// times becomes one block of unknowns.
func (e *evaluator) dynamic(n *node, groups map[string][]cty.Value, b *hclsyntax.Block, s *scope) {
	typ := b.Labels[0]
	each := b.Body.Attributes["for_each"]
	i := slices.IndexFunc(b.Body.Blocks, func(b *hclsyntax.Block) bool { return b.Type == "content" })
	if each == nil || i < 0 {
		return
	}
	content, iterator := b.Body.Blocks[i].Body, typ
	if a := b.Body.Attributes["iterator"]; a != nil {
		if name := hcl.ExprAsKeyword(a.Expr); name != "" {
			iterator = name
		}
	}
	v, marks := Plain(e.value(each.Expr, s)).Unmark()
	item := func(k, v cty.Value, path []cty.Value) {
		value := cty.ObjectVal(map[string]cty.Value{"key": k, "value": v.WithMarks(marks)})
		inner := s.inside().with(iterator, value, source{expr: each.Expr, scope: s, path: path})
		inner.deep = true
		e.nested(n, groups, typ, content, b.DefRange(), inner)
	}
	if v.IsKnown() && v.IsNull() {
		return
	}
	if !v.IsKnown() || !v.CanIterateElements() {
		item(cty.DynamicVal, cty.DynamicVal, nil)
		return
	}
	count := 0
	for k, element := range v.Elements() {
		if count++; count > maxBlocks {
			e.warnOnce(problem("too many blocks", "a dynamic block became more than 1000; the rest was left out", b.DefRange()))
			return
		}
		key := k
		if v.Type().IsSetType() {
			key = element
		}
		item(key, element, []cty.Value{k})
	}
}
