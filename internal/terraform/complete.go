package terraform

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// complete is the value of a resource with the attributes that the expression
// asks for and that it lacks as unknowns, for the provider may compute them.
// What is taken as a whole, as a resource or a nested block, is given those too
// that someone may ask for with try or can: it must not seem as if they were not
// there.
func (b *binder) complete(key string) cty.Value {
	v, set := b.s.in.resource(key), b.s.in.resourceSet(key)
	if set == nil {
		return b.undeclared(key, v)
	}
	v = set.lazy.seen(b.view, v)
	if !v.IsKnown() || v.IsNull() || v.IsMarked() {
		return v
	}
	c := completer{asked: b.asked, open: b.asked, unknown: b.view.of(cty.DynamicVal)}
	c.whole = slices.Contains(b.wholeOf, key)
	if c.whole || c.takesBlock(set) {
		c.open = merge(b.asked, b.e.guarded())
	}
	switch {
	case v.Type().IsTupleType() && v.LengthInt() == len(set.instances):
		items := v.AsValueSlice()
		for i := range items {
			items[i] = c.instance(items[i], set.instances[i])
		}
		return cty.TupleVal(items)
	case v.Type().IsObjectType() && v.Type().HasAttribute(instancesKey):
		items := v.AsValueMap()
		delete(items, instancesKey)
		for _, r := range set.instances {
			if k := keyOf(r.Address); items[k] != cty.NilVal {
				items[k] = c.instance(items[k], r)
			}
		}
		return cty.ObjectVal(items)
	case set.repeat == once:
		return c.instance(v, set.instances[0])
	}
	return v
}

// undeclared is the value of a resource that stands nowhere. A text with one of
// its attributes keeps the rest, as one with a variable that nobody set does.
func (b *binder) undeclared(key string, v cty.Value) cty.Value {
	if b.view != filled || v.IsKnown() || len(b.asked) == 0 || slices.Contains(b.wholeOf, key) {
		return b.view.of(v)
	}
	items := make(map[string]cty.Value, len(b.asked))
	for _, name := range b.asked {
		items[name] = b.view.of(cty.DynamicVal)
	}
	return cty.ObjectVal(items)
}

// instancesKey tells an object of instances from an instance. No resource can
// have an attribute of this name.
const instancesKey = "\x00instances"

// completer adds unknowns to the instances of one resource.
type completer struct {
	asked   []string // by the expression
	open    []string // those, and what may be asked of a value that it passes on
	whole   bool     // the expression passes on the resource itself
	unknown cty.Value
}

// takesBlock reports whether the expression names a nested block of the resource.
func (c completer) takesBlock(set *resourceSet) bool {
	for _, r := range set.instances {
		if n := r.origins.node; n != nil {
			for typ := range n.blocks {
				if slices.Contains(c.asked, typ) {
					return true
				}
			}
		}
	}
	return false
}

func (c completer) instance(v cty.Value, r *Resource) cty.Value {
	names := c.asked
	if c.whole {
		names = c.open
	}
	return c.object(v, r.origins.node, names)
}

// object adds names to an object, and to those in the nested blocks that the
// expression may reach.
func (c completer) object(v cty.Value, n *node, names []string) cty.Value {
	if !v.IsKnown() || v.IsNull() || v.IsMarked() || !v.Type().IsObjectType() {
		return v
	}
	var items map[string]cty.Value
	put := func(name string, item cty.Value) {
		if items == nil {
			if items = v.AsValueMap(); items == nil {
				items = map[string]cty.Value{}
			}
		}
		items[name] = item
	}
	for _, name := range names {
		if !v.Type().HasAttribute(name) {
			put(name, c.unknown)
		}
	}
	if n != nil {
		for typ, children := range n.blocks {
			if c.whole || slices.Contains(c.asked, typ) {
				if blocks := c.blocks(attributeOf(v, typ), children); blocks != cty.NilVal {
					put(typ, blocks)
				}
			}
		}
	}
	if items == nil {
		return v
	}
	return cty.ObjectVal(items)
}

// blocks completes the nested blocks of one type; NilVal where the value is not
// what they were evaluated to.
func (c completer) blocks(v cty.Value, children []*node) cty.Value {
	if v == cty.NilVal || v.IsMarked() || !v.Type().IsTupleType() || v.LengthInt() != len(children) {
		return cty.NilVal
	}
	items := v.AsValueSlice()
	for i := range items {
		items[i] = c.object(items[i], children[i], c.open)
	}
	return cty.TupleVal(items)
}

func merge(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
