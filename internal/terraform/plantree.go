package terraform

import (
	"maps"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	tfjson "github.com/hashicorp/terraform-json"
	"github.com/zclconf/go-cty/cty"
)

// planTree is a root as its plan alone describes it: module instances and
// resources whose expressions tell values and references.
type planTree struct {
	file      *planFile
	eval      *evaluator
	root      *instance
	instances map[string]*instance
	configs   map[*instance]*tfjson.ConfigModule
	resources []*Resource
}

func newPlanTree(e *evaluator, file *planFile) *planTree {
	t := &planTree{file: file, eval: e, instances: map[string]*instance{}, configs: map[*instance]*tfjson.ConfigModule{}}
	config := &tfjson.ConfigModule{}
	if c := file.plan.Config; c != nil && c.RootModule != nil {
		config = c.RootModule
	}
	t.root = t.instance("", nil, config)
	entries := file.entries()
	for _, x := range entries.sorted() { // instances first, so that references find them
		if in := t.at(x.module); in != nil {
			t.place(in, x)
		}
	}
	for _, r := range t.resources {
		t.fill(r, entries[r.Mode+" "+r.Address])
	}
	return t
}

// instance makes a module instance and notes what the plan says of its
// variables, outputs and calls.
func (t *planTree) instance(address string, from *call, config *tfjson.ConfigModule) *instance {
	m := &module{dir: t.eval.dir, variables: map[string]*variable{}, outputs: map[string]*hcl.Attribute{}, calls: map[string]*call{}}
	at := hcl.Range{Filename: t.file.name}
	for name := range config.Variables {
		m.variables[name] = &variable{name: name, rng: at}
	}
	in := newInstance(t.eval, m, address)
	in.call = from
	for name, o := range config.Outputs {
		if o != nil {
			m.outputs[name] = &hcl.Attribute{Name: name, Expr: expressionOf(o.Expression, cty.DynamicVal, nil, at), Range: at}
		}
	}
	for name, c := range config.ModuleCalls {
		if c == nil {
			continue
		}
		made := &call{name: name, rng: at, attr: map[string]*hcl.Attribute{}}
		for arg, x := range c.Expressions {
			made.attr[arg] = &hcl.Attribute{Name: arg, Expr: expressionOf(x, cty.DynamicVal, nil, at), Range: at}
		}
		m.calls[name] = made
		in.callSets[name] = &callSet{call: made, module: m, expanded: true}
	}
	t.instances[address], t.configs[in] = in, config
	return in
}

// at finds or makes the module instance of an address.
func (t *planTree) at(address string) *instance {
	if in, ok := t.instances[address]; ok {
		return in
	}
	steps, ok := moduleSteps(address)
	if !ok || len(steps) > maxModules {
		return nil
	}
	in := t.root
	for _, s := range steps {
		next := in.name("module."+s.name) + s.suffix()
		child, ok := t.instances[next]
		if !ok {
			child = t.child(in, s, next)
		}
		if in = child; in == nil {
			return nil
		}
	}
	return in
}

func (t *planTree) child(in *instance, s moduleStep, address string) *instance {
	set := in.callSets[s.name]
	config := t.configs[in].ModuleCalls[s.name]
	if set == nil || config == nil {
		return nil
	}
	inner := config.Module
	if inner == nil {
		inner = &tfjson.ConfigModule{}
	}
	child := t.instance(address, set.call, inner)
	child.parent = in
	child.outer = t.repeated(in.scope, s.key, config.ForEachExpression)
	set.repeat = repetitionOf(s.key)
	set.instances = append(set.instances, child)
	return child
}

func repetitionOf(key cty.Value) repetition {
	switch {
	case key == cty.NilVal:
		return once
	case key.Type() == cty.Number:
		return byCount
	}
	return byKey
}

// repeated is the scope of one repetition of a block.
func (t *planTree) repeated(s *scope, key cty.Value, each *tfjson.Expression) *scope {
	switch repetitionOf(key) {
	case byCount:
		return s.with("count", cty.ObjectVal(map[string]cty.Value{"index": key}), source{})
	case byKey:
		expr := expressionOf(each, cty.DynamicVal, nil, hcl.Range{Filename: t.file.name})
		value := cty.ObjectVal(map[string]cty.Value{"key": key, "value": cty.DynamicVal})
		return s.with("each", value, source{expr: expr, scope: s, path: []cty.Value{key}})
	}
	return s
}

// place puts a resource instance into its module instance.
func (t *planTree) place(in *instance, x *entry) {
	key := x.typ + "." + x.name
	if x.mode == "data" {
		key = "data." + key
	}
	rng := t.file.place(x.address)
	set := in.resourceSets[key]
	if set == nil {
		set = &resourceSet{block: &block{kind: x.mode, typ: x.typ, name: x.name, header: rng, whole: rng}, expanded: true, repeat: repetitionOf(x.key)}
		in.resourceSets[key] = set
	}
	r := &Resource{Instance: Instance{Address: x.address, Type: x.typ, Name: x.name, Root: t.eval.key}, Mode: x.mode, Module: in.address, Range: rng, BlockRange: rng}
	config := t.configOf(in, x)
	r.origins = origins{scope: t.repeated(in.scope, x.key, config.ForEachExpression), block: set.block}
	r.Provider = t.provider(config.ProviderConfigKey)
	set.instances = append(set.instances, r)
	t.resources = append(t.resources, r)
}

func (t *planTree) configOf(in *instance, x *entry) *tfjson.ConfigResource {
	for _, c := range t.configs[in].Resources {
		if c != nil && string(c.Mode) == x.mode && c.Type == x.typ && c.Name == x.name {
			return c
		}
	}
	return &tfjson.ConfigResource{}
}

// fill gives a resource its values and the expressions behind them. What the
// configuration does not mention, the provider computed.
func (t *planTree) fill(r *Resource, x *entry) {
	in := r.origins.scope.in
	config := t.configOf(in, x)
	written, made := map[string]cty.Value{}, map[string]cty.Value{}
	for name, v := range x.values() {
		switch {
		case config.Expressions[name] != nil:
			written[name] = settledBlocks(config.Expressions[name], v)
		case v.IsWhollyKnown() && !emptyCollection(v):
			made[name] = v
		}
	}
	r.Config = cty.ObjectVal(written)
	r.origins.node = t.node(config.Expressions, r.Config, r.origins.scope, x.key, r.Range)
	r.Body = r.Config
	if t.eval.opts.Schema != nil {
		r.Body = cty.ObjectVal(t.eval.computed(r, written))
	}
	body := r.Body.AsValueMap()
	if body == nil {
		body = map[string]cty.Value{}
	}
	maps.Copy(body, made)
	r.Body = cty.ObjectVal(body)
	r.origins.lazy = lazy{value: r.Body, done: true}
}

// settledBlocks drops from nested blocks what the configuration does not set
// and the provider will compute: as at the top, only what is known counts.
func settledBlocks(x *tfjson.Expression, v cty.Value) cty.Value {
	bare, marks := v.Unmark()
	if x == nil || x.ExpressionData == nil || len(x.NestedBlocks) == 0 || !bare.Type().IsTupleType() {
		return v
	}
	items := bare.AsValueSlice()
	for i, item := range items {
		inner, secret := item.Unmark()
		if !inner.IsKnown() || !inner.Type().IsObjectType() {
			continue
		}
		exprs := blockAt(x.NestedBlocks, i, len(items))
		kept := map[string]cty.Value{}
		for name, v := range inner.AsValueMap() {
			if exprs[name] != nil || v.IsWhollyKnown() && !emptyCollection(v) {
				kept[name] = settledBlocks(exprs[name], v)
			}
		}
		items[i] = cty.ObjectVal(kept).WithMarks(secret)
	}
	return cty.TupleVal(items).WithMarks(marks)
}

// blockAt is what the configuration says of the block at i of n. A dynamic block
// is one in the configuration, however many it becomes.
func blockAt(blocks []map[string]*tfjson.Expression, i, n int) map[string]*tfjson.Expression {
	if len(blocks) != n {
		i = 0
	}
	return blocks[i]
}

func emptyCollection(v cty.Value) bool {
	bare, _ := v.Unmark()
	return (bare.Type().IsTupleType() || bare.Type().IsObjectType()) && bare.LengthInt() == 0
}

// node makes the expressions of a body and of its nested blocks.
func (t *planTree) node(exprs map[string]*tfjson.Expression, values cty.Value, s *scope, key cty.Value, at hcl.Range) *node {
	n := &node{attrs: map[string]attribute{}, blocks: map[string][]*node{}, scope: s, at: at}
	pick := func(tr hcl.Traversal) cty.Value { return t.sameKey(s.in, tr, key) }
	for name, x := range exprs {
		v := attributeOf(values, name)
		if x == nil || x.ExpressionData == nil || v == cty.NilVal {
			continue
		}
		bare, _ := v.Unmark()
		if len(x.NestedBlocks) == 0 || !bare.Type().IsTupleType() {
			n.attrs[name] = attribute{expr: expressionOf(x, v, pick, at), rng: at}
			continue
		}
		for i, item := range bare.AsValueSlice() {
			item, _ = item.Unmark()
			inner := blockAt(x.NestedBlocks, i, bare.LengthInt())
			n.blocks[name] = append(n.blocks[name], t.node(inner, item, s, key, at))
		}
	}
	return n
}

// sameKey is the key where a resource has an instance of it, or cty.NilVal.
func (t *planTree) sameKey(in *instance, tr hcl.Traversal, key cty.Value) cty.Value {
	name := tr.RootName() + "." + step(tr, 1)
	if tr.RootName() == "data" {
		name += "." + step(tr, 2)
	}
	if set := in.resourceSets[name]; set != nil && key != cty.NilVal && set.position(key) >= 0 {
		return key
	}
	return cty.NilVal
}

// provider is what the plan says of a provider's configuration: constants, and
// variables of the root.
func (t *planTree) provider(key string) map[string]cty.Value {
	if t.file.plan.Config == nil {
		return nil
	}
	p := t.file.plan.Config.ProviderConfigs[key]
	if _, name, ok := strings.Cut(key, ":"); p == nil && ok {
		p = t.file.plan.Config.ProviderConfigs[name]
	}
	if p == nil {
		return nil
	}
	return t.settingsOf(p.Expressions)
}

func (t *planTree) settingsOf(exprs map[string]*tfjson.Expression) map[string]cty.Value {
	values := map[string]cty.Value{}
	for name, x := range exprs {
		if x == nil || x.ExpressionData == nil {
			continue
		}
		switch {
		case len(x.NestedBlocks) > 0:
			blocks := make([]cty.Value, len(x.NestedBlocks))
			for i, b := range x.NestedBlocks {
				blocks[i] = cty.ObjectVal(t.settingsOf(b))
			}
			values[name] = cty.TupleVal(blocks)
		case len(x.References) == 0:
			values[name] = fromJSON(x.ConstantValue)
		default:
			values[name] = t.variable(x.References)
		}
	}
	return values
}

func (t *planTree) variable(references []string) cty.Value {
	if refs := longest(references); len(refs) == 1 {
		if name, ok := strings.CutPrefix(refs[0], "var."); ok && t.file.plan.Variables[name] != nil {
			return fromJSON(t.file.plan.Variables[name].Value)
		}
	}
	return cty.DynamicVal
}

// moduleStep is one module of an address.
type moduleStep struct {
	name string
	key  cty.Value
}

func (s moduleStep) suffix() string {
	switch repetitionOf(s.key) {
	case byCount:
		return "[" + s.key.AsBigFloat().Text('f', 0) + "]"
	case byKey:
		return "[" + quote(s.key.AsString()) + "]"
	}
	return ""
}

// moduleSteps splits module.a["k"].module.b[0].
func moduleSteps(address string) ([]moduleStep, bool) {
	t, diags := hclsyntax.ParseTraversalAbs([]byte(address), "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil, false
	}
	var steps []moduleStep
	for i := 0; i < len(t); {
		word := t.RootName()
		if i > 0 {
			word = step(t, i)
		}
		name := step(t, i+1)
		if word != "module" || name == "" {
			return nil, false
		}
		s := moduleStep{name: name}
		i += 2
		if i < len(t) {
			if index, ok := t[i].(hcl.TraverseIndex); ok && index.Key.IsKnown() && !index.Key.IsNull() {
				s.key = index.Key
				i++
			}
		}
		steps = append(steps, s)
	}
	return steps, true
}
