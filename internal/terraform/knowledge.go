package terraform

import "github.com/zclconf/go-cty/cty"

// Knowledge counts how much of what a root's resources say is known.
type Knowledge struct {
	// Arguments are all that the sources set, those of nested blocks among them.
	Arguments int
	// Known have a complete value, Partly one with parts that are not known.
	Known, Partly int
	// Causes say why the rest, and the parts, are not known; each argument counts
	// once.
	Causes map[Cause]int
}

// Cause is why a value is not known, and what would have to be known.
type Cause struct {
	Why  Why
	What string // a variable, a module's source, a resource type
}

// Why is the kind of reason for which a value is not known, as a reader sees it.
type Why string

// The reasons, those that someone can do something about first.
const (
	AbsentModule Why = "absent module"
	NoValue      Why = "variable without a value"
	DataSource   Why = "data source"
	Computed     Why = "computed by the provider"
	Unevaluated  Why = "cannot be evaluated"
)

// Knowledge counts the arguments of all resources and data sources.
func (r *Root) Knowledge() Knowledge {
	c := &counter{Knowledge: Knowledge{Causes: map[Cause]int{}}, asker: asker{told: map[asked]Cause{}}}
	for _, res := range r.Resources {
		if n := res.origins.node; n != nil && res.Config.Type().IsObjectType() {
			c.node(n, res.Config)
		}
	}
	return c.Knowledge
}

type counter struct {
	Knowledge
	asker asker
}

func (c *counter) node(n *node, values cty.Value) {
	for name, a := range n.attrs {
		c.argument(source{expr: a.expr, scope: n.scope}, attributeOf(values, name))
	}
	for typ, blocks := range n.blocks {
		items := attributeOf(values, typ)
		if items == cty.NilVal || !items.Type().IsTupleType() || items.LengthInt() != len(blocks) {
			continue
		}
		for i, item := range items.AsValueSlice() {
			c.node(blocks[i], item)
		}
	}
}

func attributeOf(v cty.Value, name string) cty.Value {
	if !v.Type().IsObjectType() || !v.Type().HasAttribute(name) || !v.IsKnown() || v.IsNull() {
		return cty.NilVal
	}
	return v.GetAttr(name)
}

func (c *counter) argument(s source, v cty.Value) {
	c.Arguments++
	if v == cty.NilVal || Plain(v).IsWhollyKnown() {
		c.Known++
		return
	}
	if someKnown(v) {
		c.Partly++
	}
	cause := c.asker.why(s)
	if cause.Why == "" {
		cause.Why = Unevaluated
	}
	c.Causes[cause]++
}

// someKnown reports whether a part of a value is known.
func someKnown(v cty.Value) bool {
	some := false
	_ = cty.Walk(v, func(_ cty.Path, v cty.Value) (bool, error) {
		bare, _ := v.Unmark()
		if bare.IsKnown() && !bare.IsNull() && (bare.Type().IsPrimitiveType() || !bare.CanIterateElements()) {
			some = true
		}
		return !some, nil
	})
	return some
}
