package terraform

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// origins remember how a resource was evaluated, so that its values can be
// asked where they came from.
type origins struct {
	scope *scope
	block *block
	node  *node
	lazy  lazy
	// call and outputs are those of a use of a module that could not be read.
	call    *call
	outputs map[string]cty.Value
	// remote is one more than the plan whose outputs a terraform_remote_state
	// reads, zero for none.
	remote int
}

// maxChain limits how far a value is followed.
const maxChain = 64

// Lookup returns the value at a path, or cty.NilVal where nothing is set.
func (r *Resource) Lookup(p cty.Path) cty.Value {
	v, err := p.Apply(r.Body)
	if err != nil {
		return cty.NilVal
	}
	return v
}

// Origins returns where the value at a path came from: the attribute itself
// first, then along its references to where the literal stands. A path that
// names nothing gives the origins of the nearest block around it; a nil path
// the block itself.
func (r *Resource) Origins(p cty.Path) []Origin {
	t := &tracer{}
	n := r.origins.node
	if n == nil {
		return []Origin{{Range: r.Range, Note: "block", Address: r.Address}}
	}
	a, rest, at := n.find(p)
	if a == nil {
		return []Origin{{Range: at, Note: "block", Address: r.Address}}
	}
	t.add(Origin{Range: a.rng, Note: "attribute", Address: r.Address})
	t.follow(source{expr: a.expr, scope: a.scope, path: rest})
	return t.found.list
}

// foundAttribute is an attribute with the scope it stands in.
type foundAttribute struct {
	attribute
	scope *scope
}

// find descends to the attribute that a path names; rest is what is left of the
// path inside its value, at the block where the search ended.
func (n *node) find(p cty.Path) (a *foundAttribute, rest []cty.Value, at hcl.Range) {
	for i := 0; i < len(p); i++ {
		name, ok := p[i].(cty.GetAttrStep)
		if !ok {
			return nil, nil, n.at
		}
		if attr, ok := n.attrs[name.Name]; ok {
			return &foundAttribute{attr, n.scope}, keys(p[i+1:]), n.at
		}
		blocks := n.blocks[name.Name]
		if len(blocks) == 0 {
			return nil, nil, n.at
		}
		index := 0
		if i+1 < len(p) {
			if step, ok := p[i+1].(cty.IndexStep); ok {
				i++
				index, _ = number(step.Key)
			}
		}
		if index >= len(blocks) {
			return nil, nil, n.at
		}
		n = blocks[index]
	}
	return nil, nil, n.at
}

func keys(p cty.Path) []cty.Value {
	var out []cty.Value
	for _, s := range p {
		switch s := s.(type) {
		case cty.GetAttrStep:
			out = append(out, cty.StringVal(s.Name))
		case cty.IndexStep:
			out = append(out, s.Key)
		}
	}
	return out
}

// tracer follows a value along its references.
type tracer struct {
	found     distinct[Origin]
	resources distinct[string]
	depth     int
	home      *evaluator // of the root that was asked; set at the first step
	// visit sees each expression on the way, and says whether to go on from
	// it. Nothing is remembered then.
	visit func(source) bool
}

// step goes from an expression to what it refers to.
func (t *tracer) step(s source) {
	expr, path := s.descend(t)
	about := s.scope.in.eval.modules.mentions.of(expr)
	for _, traversal := range about.variables {
		if key, ok := about.keys[text(traversal)]; ok {
			if v, known := s.scope.key(key); known {
				traversal = append(slices.Clone(traversal), hcl.TraverseIndex{Key: v})
			}
		}
		t.reference(traversal, s.scope, path)
	}
}

// key evaluates the key of an index where it is known.
func (s *scope) key(expr hcl.Expression) (cty.Value, bool) {
	v, ok := s.in.eval.try(expr, s, plainly, silently) // which may stand in a loop
	if !ok {
		return cty.DynamicVal, false
	}
	v, _ = v.Unmark()
	known := v.IsKnown() && !v.IsNull() && (v.Type() == cty.String || v.Type() == cty.Number)
	return v, known
}

// descend goes into the constructor expressions on the way of the path, and
// says where it went.
func (s source) descend(t *tracer) (hcl.Expression, []cty.Value) {
	expr, path := s.expr, s.path
	for len(path) > 0 {
		next, at := item(expr, path[0])
		if next == nil {
			break
		}
		t.add(Origin{Range: at, Note: "item", Address: s.scope.address})
		expr, path = next, path[1:]
	}
	return expr, path
}

// item returns the expression of one key of an object or tuple constructor.
func item(expr hcl.Expression, key cty.Value) (hcl.Expression, hcl.Range) {
	key, _ = key.Unmark()
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		return item(e.Expression, key)
	case *hclsyntax.TemplateWrapExpr:
		return item(e.Wrapped, key)
	case *hclsyntax.FunctionCallExpr:
		return itemOfCall(e, key)
	case *hclsyntax.ObjectConsExpr:
		for _, i := range e.Items {
			k, diags := i.KeyExpr.Value(nil)
			if diags.HasErrors() || !k.IsKnown() || k.IsNull() || k.Type() != cty.String {
				continue
			}
			if key.Type() == cty.String && k.AsString() == key.AsString() {
				return i.ValueExpr, hcl.RangeBetween(i.KeyExpr.Range(), i.ValueExpr.Range())
			}
		}
	case *hclsyntax.TupleConsExpr:
		if n, ok := number(key); ok && key.Type() == cty.Number && n < len(e.Exprs) {
			return e.Exprs[n], e.Exprs[n].Range()
		}
	}
	return nil, hcl.Range{}
}

// itemOfCall looks into the arguments of functions that keep their items: the
// last argument that has the key decides.
func itemOfCall(call *hclsyntax.FunctionCallExpr, key cty.Value) (hcl.Expression, hcl.Range) {
	switch call.Name {
	case "concat":
		return itemOfConcat(call, key)
	case "jsonencode", "merge", "tolist", "tomap", "sensitive", "nonsensitive", "yamlencode":
	default:
		return nil, hcl.Range{}
	}
	for _, arg := range slices.Backward(call.Args) {
		if found, at := item(arg, key); found != nil {
			return found, at
		}
	}
	return nil, hcl.Range{}
}

// itemOfConcat counts over lists that are written out.
func itemOfConcat(call *hclsyntax.FunctionCallExpr, key cty.Value) (hcl.Expression, hcl.Range) {
	n, ok := number(key)
	for _, arg := range call.Args {
		list, written := arg.(*hclsyntax.TupleConsExpr)
		if !ok || !written {
			break
		}
		if n < len(list.Exprs) {
			return list.Exprs[n], list.Exprs[n].Range()
		}
		n -= len(list.Exprs)
	}
	return nil, hcl.Range{}
}

// reference follows one traversal. Rest is what is asked of its value.
func (t *tracer) reference(tr hcl.Traversal, s *scope, rest []cty.Value) {
	in := s.in
	root := tr.RootName()
	if from, ok := s.sources[root]; ok {
		t.iteration(from, tr, s, rest)
		return
	}
	name := step(tr, 1)
	switch root {
	case "var":
		t.variable(in, name, within(in.variable(name), append(stepsOf(tr, 2), rest...)))
	case "local":
		if a, ok := in.locals[name]; ok {
			t.add(Origin{Range: a.Range, Note: "local", Address: in.name("local." + name)})
			t.follow(source{expr: a.Expr, scope: in.scopeOf("local." + name), path: within(in.local(name), append(stepsOf(tr, 2), rest...))})
		}
	case "module":
		t.module(in, name, tr, rest)
	case "data":
		if !t.remoteState(in, name, tr, rest) {
			t.resource(in, "data."+name+"."+step(tr, 2), tr[min(3, len(tr)):], s)
		}
	case "each", "count", "path", "terraform", "self":
	default:
		t.resource(in, root+"."+name, tr[min(2, len(tr)):], s)
	}
}

// iteration follows each.value and the like to the item it stands for.
func (t *tracer) iteration(from source, tr hcl.Traversal, s *scope, rest []cty.Value) {
	if from.expr == nil {
		return
	}
	path := from.path
	if step(tr, 1) == "value" {
		path = append(slices.Clone(path), within(s.locals[tr.RootName()], append(stepsOf(tr, 1), rest...))[1:]...)
	}
	t.add(Origin{Range: from.expr.Range(), Note: "for_each", Address: from.scope.address})
	t.follow(source{expr: from.expr, scope: from.scope, path: path})
}

func stepsOf(tr hcl.Traversal, from int) []cty.Value {
	var out []cty.Value
	for i := from; i < len(tr); i++ {
		switch s := tr[i].(type) {
		case hcl.TraverseAttr:
			out = append(out, cty.StringVal(s.Name))
		case hcl.TraverseIndex:
			out = append(out, s.Key)
		}
	}
	return out
}

func (t *tracer) variable(in *instance, name string, path []cty.Value) {
	v, ok := in.variables[name]
	if !ok {
		return
	}
	if in.call != nil {
		if a, ok := in.call.attr[name]; ok {
			t.add(Origin{Range: a.Range, Note: "module argument", Address: in.address})
			t.follow(source{expr: a.Expr, scope: in.outer, path: path})
			return
		}
	} else if set, ok := in.eval.settings(in)[name]; ok {
		at := set.rng
		if set.expr != nil {
			for expr := set.expr; len(path) > 0; path = path[1:] {
				next, rng := item(expr, path[0])
				if next == nil {
					break
				}
				expr, at = next, rng
			}
		}
		t.add(Origin{Range: at, Note: set.note, Address: "var." + name})
		return
	}
	if v.def != nil {
		t.add(Origin{Range: v.def.Range(), Note: "variable default", Address: in.name("var." + name)})
		return
	}
	t.add(Origin{Range: v.rng, Note: "variable", Address: in.name("var." + name)})
}

func (t *tracer) module(in *instance, name string, tr hcl.Traversal, rest []cty.Value) {
	set := in.callSet(name)
	if set == nil {
		return
	}
	if set.opaque != nil {
		t.instances(in, set.opaque, tr[min(2, len(tr)):], in.scope)
		return
	}
	i, output := 2, step(tr, 2)
	child := -1
	if len(tr) > 2 {
		if index, ok := tr[2].(hcl.TraverseIndex); ok {
			child, i, output = set.indexOf(index.Key), 3, step(tr, 3)
		}
	}
	for j, c := range slices.Concat(set.instances, set.spare) {
		if child >= 0 && j != child {
			continue
		}
		a, ok := c.outputs[output]
		if !ok {
			continue
		}
		t.add(Origin{Range: a.Range, Note: "output", Address: c.name("output." + output)})
		t.follow(source{expr: a.Expr, scope: c.scopeOf("output." + output), path: within(c.output(output), append(stepsOf(tr, i+1), rest...))})
	}
}

func (set *callSet) indexOf(key cty.Value) int {
	for i, c := range slices.Concat(set.instances, set.spare) {
		if set.repeat == byKey && key.Type() == cty.String && keyOf(c.address) == key.AsString() {
			return i
		}
	}
	if n, ok := number(key); ok && key.Type() == cty.Number {
		return n
	}
	return -1
}

// resource notes the instances that a reference means.
func (t *tracer) resource(in *instance, key string, tail hcl.Traversal, s *scope) {
	if set := in.resourceSet(key); set != nil {
		t.instances(in, set, tail, s)
	}
}

// instances notes those of a block's instances that a reference means.
func (t *tracer) instances(in *instance, set *resourceSet, tail hcl.Traversal, s *scope) {
	for i, r := range slices.Concat(set.instances, set.spare) {
		if len(tail) > 0 && set.repeat != once && !set.means(tail[0], i, r, s) {
			continue
		}
		address := t.seen(in, r.Address)
		t.resources.add(address)
		t.add(Origin{Range: r.Range, Note: "reference", Address: address})
	}
}

func (set *resourceSet) means(step hcl.Traverser, i int, r *Resource, _ *scope) bool {
	index, ok := step.(hcl.TraverseIndex)
	if !ok {
		return true
	}
	if n, ok := number(index.Key); ok && index.Key.Type() == cty.Number {
		return n == i
	}
	return index.Key.Type() == cty.String && keyOf(r.Address) == index.Key.AsString()
}
