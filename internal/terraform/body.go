package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// maxBlocks limits what one dynamic block may become.
const maxBlocks = 1000

// evaluate turns a body of a resource of a type into an object: its arguments, and for each type of
// nested block a tuple of objects.
func (e *evaluator) evaluate(of string, body hcl.Body, s *scope) (*node, map[string]cty.Value) {
	n := &node{attrs: map[string]attribute{}, blocks: map[string][]*node{}, scope: s, at: body.MissingItemRange()}
	values := map[string]cty.Value{}
	attrs, blocks := e.parts(body, of)
	for name, a := range attrs {
		if meta[name] && s.topLevel() {
			continue
		}
		e.argument(n, values, a)
	}
	groups := map[string][]cty.Value{}
	for _, b := range blocks {
		switch {
		case meta[b.typ] && s.topLevel():
		case b.dynamic:
			e.dynamic(of, n, groups, b, s)
		default:
			e.nested(of, n, groups, b, s.inside())
		}
	}
	for typ, items := range groups {
		values[typ] = cty.TupleVal(items)
	}
	return n, values
}

// argument evaluates one argument of a body.
func (e *evaluator) argument(n *node, values map[string]cty.Value, a *hcl.Attribute) {
	n.attrs[a.Name] = attribute{expr: a.Expr, rng: a.Range}
	if v := e.value(a.Expr, n.scope); !isNull(v) {
		values[a.Name] = v
	}
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

func (e *evaluator) nested(of string, n *node, groups map[string][]cty.Value, b nestedBlock, s *scope) {
	child, values := e.evaluate(of, b.body, s)
	child.at = b.at
	n.blocks[b.typ] = append(n.blocks[b.typ], child)
	groups[b.typ] = append(groups[b.typ], cty.ObjectVal(values))
}

// dynamic expands a dynamic block. One that is repeated an unknown number of
// times becomes one block of unknowns.
func (e *evaluator) dynamic(of string, n *node, groups map[string][]cty.Value, b nestedBlock, s *scope) {
	attrs, content := attributesOf(b.body), contentOf(b.body)
	each := attrs["for_each"]
	if each == nil || content == nil {
		return
	}
	iterator := b.typ
	if a := attrs["iterator"]; a != nil {
		if name := hcl.ExprAsKeyword(a.Expr); name != "" {
			iterator = name
		}
	}
	v, marks := Plain(e.value(each.Expr, s)).Unmark()
	item := func(k, v cty.Value, path []cty.Value) {
		value := cty.ObjectVal(map[string]cty.Value{"key": k, "value": v.WithMarks(marks)})
		inner := s.inside().with(iterator, value, source{expr: each.Expr, scope: s, path: path})
		inner.deep = true
		e.nested(of, n, groups, nestedBlock{typ: b.typ, body: content, at: b.at}, inner)
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
			e.warnOnce(problem("too many blocks", "a dynamic block became more than 1000; the rest was left out", b.at))
			return
		}
		key := k
		if v.Type().IsSetType() {
			key = element
		}
		item(key, element, []cty.Value{k})
	}
}
