package terraform

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

func newInstance(e *evaluator, m *module, address string) *instance {
	in := &instance{
		module: m, eval: e, address: address,
		variableValues: map[string]*lazy{}, localValues: map[string]*lazy{}, outputValues: map[string]*lazy{},
		resourceSets: map[string]*resourceSet{}, callSets: map[string]*callSet{}, providers: map[string]*provider{}, ownProviders: map[string]*provider{},
	}
	in.scope = &scope{in: in, address: address}
	e.used[m.dir] = true
	return in
}

func (in *instance) name(local string) string {
	if in.address == "" {
		return local
	}
	return in.address + "." + local
}

func memo(m map[string]*lazy, key string) *lazy {
	l, ok := m[key]
	if !ok {
		l = &lazy{}
		m[key] = l
	}
	return l
}

// variable returns the value of a variable, converted to its type. A required
// variable that nobody sets is an unknown of its type.
func (in *instance) variable(name string) cty.Value {
	v, ok := in.variables[name]
	if !ok {
		return cty.DynamicVal
	}
	return memo(in.variableValues, name).get(in.eval, v.rng, in.name("var."+name), func() cty.Value {
		value := in.given(v)
		if constant(v.sensitive) {
			value = value.Mark(Sensitive)
		}
		if constant(v.ephemeral) {
			value = value.Mark(ephemeral)
		}
		return value
	})
}

func (in *instance) given(v *variable) cty.Value {
	want, defaults := v.constraint()
	src, ok := in.assignment(v)
	if ok {
		value := src()
		if bare, _ := value.Unmark(); !bare.IsNull() || v.keepsNull() {
			return in.convert(value, want, defaults, v, in.assignedAt(v))
		}
		if v.def == nil {
			in.eval.warnOnce(problem("null is not allowed", "variable "+v.name+" is not nullable and has no default; it was taken as unknown", in.assignedAt(v)))
		}
	}
	if v.def != nil {
		return in.convert(in.eval.value(v.def, in.scope), want, defaults, v, v.def.Range())
	}
	if want.HasDynamicTypes() {
		return cty.DynamicVal
	}
	return cty.UnknownVal(want.WithoutOptionalAttributesDeep())
}

// keepsNull reports whether null is a value of the variable; where it is not,
// null means the default.
func (v *variable) keepsNull() bool {
	if v.nullable == nil {
		return true
	}
	value, diags := v.nullable.Value(nil)
	return diags.HasErrors() || !value.IsKnown() || value.IsNull() || value.Type() != cty.Bool || value.True()
}

func constant(expr hcl.Expression) bool {
	if expr == nil {
		return false
	}
	v, diags := expr.Value(nil)
	return !diags.HasErrors() && v.IsKnown() && !v.IsNull() && v.Type() == cty.Bool && v.True()
}

func (v *variable) constraint() (cty.Type, *typeexpr.Defaults) {
	if v.typ == nil {
		return cty.DynamicPseudoType, nil
	}
	want, defaults, diags := typeexpr.TypeConstraintWithDefaults(v.typ)
	if diags.HasErrors() {
		return cty.DynamicPseudoType, nil
	}
	return want, defaults
}

// assignment says where a variable's value comes from: the caller's argument
// for a module, settings and tfvars for a root.
func (in *instance) assignment(v *variable) (func() cty.Value, bool) {
	if in.call != nil {
		a, ok := in.call.attr[v.name]
		if !ok {
			return nil, false
		}
		return func() cty.Value { return in.eval.value(a.Expr, in.parentScope(v.name)) }, true
	}
	if a, ok := in.eval.settings(in)[v.name]; ok {
		return func() cty.Value { return a.value }, true
	}
	return nil, false
}

// assignedAt is where the value of a variable is set: the line to mend where it
// is wrong. One from the environment has no line but the variable's own.
func (in *instance) assignedAt(v *variable) hcl.Range {
	if in.call != nil {
		return in.call.attr[v.name].Expr.Range()
	}
	if at := in.eval.settings(in)[v.name].rng; at.Filename != "" {
		return at
	}
	return v.rng
}

func (in *instance) parentScope(argument string) *scope {
	return in.outer.at(in.address + "." + argument)
}

func (in *instance) convert(value cty.Value, want cty.Type, defaults *typeexpr.Defaults, v *variable, at hcl.Range) cty.Value {
	if defaults != nil {
		if bare, _ := value.Unmark(); bare.IsKnown() && !bare.IsNull() {
			value = defaults.Apply(value)
		}
	}
	out, err := convert.Convert(value, want)
	if err != nil {
		in.eval.warnOnce(problem("a value of the wrong type", fmt.Sprintf("variable %q takes %s: %s; it was taken as unknown", v.name, want.FriendlyNameForConstraint(), err), at))
		return cty.DynamicVal
	}
	return out
}

func (in *instance) local(name string) cty.Value {
	a, ok := in.locals[name]
	if !ok {
		return cty.DynamicVal
	}
	return memo(in.localValues, name).get(in.eval, a.Range, in.name("local."+name), func() cty.Value {
		return in.eval.value(a.Expr, in.scopeOf("local."+name))
	})
}

func (in *instance) output(name string) cty.Value {
	a, ok := in.outputs[name]
	if !ok {
		return cty.DynamicVal
	}
	return memo(in.outputValues, name).get(in.eval, a.Range, in.name("output."+name), func() cty.Value {
		v := in.eval.value(a.Expr, in.scopeOf("output."+name))
		if constant(in.sensitive[name]) {
			v = v.Mark(Sensitive)
		}
		return v
	})
}

// moduleValue is the object (or the collection of objects) of a call's outputs:
// of those asked for, or of all where asked is nil, seen in a view.
func (in *instance) moduleValue(name string, asked []string, w view) cty.Value {
	set := in.callSet(name)
	if set == nil {
		return w.of(cty.DynamicVal)
	}
	if set.module == nil {
		return in.opaqueValue(set, asked, w)
	}
	one := func(child *instance) cty.Value {
		values := map[string]cty.Value{}
		for output := range child.outputs {
			if asked == nil || slices.Contains(asked, output) {
				v := child.output(output)
				values[output] = child.outputValues[output].seen(w, v)
			}
		}
		return cty.ObjectVal(values)
	}
	if set.repeat == unknownTimes {
		return w.of(cty.DynamicVal)
	}
	return in.collect(set.repeat, len(set.instances), func(i int) (string, cty.Value) {
		return keyOf(set.instances[i].address), one(set.instances[i])
	})
}

// collect puts the instances of a block into the shape that references see.
func (in *instance) collect(r repetition, n int, item func(int) (string, cty.Value)) cty.Value {
	switch r {
	case once:
		_, v := item(0)
		return v
	case byCount:
		items := make([]cty.Value, n)
		for i := range items {
			_, items[i] = item(i)
		}
		return cty.TupleVal(items)
	case byKey:
		items := map[string]cty.Value{}
		for i := range n {
			k, v := item(i)
			items[k] = v
		}
		return cty.ObjectVal(items)
	}
	return cty.DynamicVal
}
