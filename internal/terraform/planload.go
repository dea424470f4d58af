package terraform

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// loadPlan makes a result of a plan. Where the sources of the root lie at the
// top of the file system they are evaluated with the values of the plan, so that
// every value has its place; the plan decides what there is.
func loadPlan(ctx context.Context, opts Options) (*Result, error) {
	file, diags, err := readPlan(opts.FS, opts.Plan)
	if err != nil {
		return nil, err
	}
	result := &Result{Diagnostics: diags, Files: 1}
	ms := &modules{fsys: opts.FS, dirs: map[string]func() *module{}}
	bare := &estate{ctx: ctx, opts: opts, modules: ms, plans: []plan{{module: &module{dir: "."}}}, roots: make([]*instance, 1)}
	tree := newPlanTree(&evaluator{opts: opts, modules: ms, dir: ".", key: ".", estate: bare, seen: map[string]bool{}, used: map[string]bool{}}, file)
	root := &Root{Dir: ".", Key: ".", Outputs: file.outputs()}
	if m := ms.get("."); m.files > 0 {
		opts.Schema = planSchema{opts.Schema, file.known()}
		es, _ := newEstate(ctx, ms, opts, nil)
		es.plans, es.roots, es.planned = []plan{{module: m}}, make([]*instance, 1), file
		var problems hcl.Diagnostics
		root, problems = es.evaluate(0)
		result.Diagnostics = append(result.Diagnostics, problems...)
		tree.join(root, es.roots[0])
		for _, m := range ms.parsed([]string{"."}) {
			result.Files += m.files
			result.Lines += m.lines
			result.Diagnostics = append(result.Diagnostics, m.diags...)
		}
	} else {
		root.Resources = tree.resources
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	sortResources(root)
	result.Roots = []*Root{root}
	sortDiagnostics(result)
	return result, nil
}

// join takes from the plan what the sources do not tell: the resources of
// modules that are absent and of repetitions that could not be counted. Managed
// resources that a complete plan does not have are not there.
func (t *planTree) join(root *Root, in *instance) {
	type id struct{ mode, address string }
	planned := map[id]*Resource{}
	for _, r := range t.resources {
		planned[id{r.Mode, r.Address}] = r
	}
	complete := t.file.plan.Complete == nil || *t.file.plan.Complete
	root.Resources = slices.DeleteFunc(root.Resources, func(r *Resource) bool {
		key := id{r.Mode, r.Address}
		gone := planned[key] == nil && complete && r.Mode == "managed"
		delete(planned, key)
		return gone
	})
	for _, r := range t.resources {
		if planned[id{r.Mode, r.Address}] == nil {
			continue
		}
		if at, ok := in.placeOf(r); ok {
			r.Range, r.BlockRange = at, at
			r.origins.node.moved(at)
		}
		root.Resources = append(root.Resources, r)
	}
	root.Unresolved = slices.DeleteFunc(root.Unresolved, func(c *ModuleCall) bool { return t.holds(c.Address) })
	root.Opaque = slices.DeleteFunc(root.Opaque, func(r *Resource) bool { return t.holds(r.Address) })
}

// holds reports whether the plan has a resource of a module.
func (t *planTree) holds(address string) bool {
	return slices.ContainsFunc(t.resources, func(r *Resource) bool {
		rest, ok := strings.CutPrefix(r.Address, address)
		return ok && (strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, "["))
	})
}

// placeOf finds the block of a planned resource in the sources, or the call of
// the module that holds it.
func (in *instance) placeOf(r *Resource) (hcl.Range, bool) {
	if in == nil {
		return hcl.Range{}, false
	}
	steps, _ := moduleSteps(r.Module)
	for _, s := range steps {
		set := in.callSet(s.name)
		if set == nil {
			return hcl.Range{}, false
		}
		if len(set.instances) == 0 {
			return set.call.rng, true
		}
		in = set.instances[0]
	}
	key := r.Type + "." + r.Name
	if r.Mode == "data" {
		key = "data." + key
	}
	b, ok := in.resources[key]
	if !ok {
		return hcl.Range{}, false
	}
	return b.header, true
}

// moved gives everything in a body another place.
func (n *node) moved(at hcl.Range) {
	n.at = at
	for name, a := range n.attrs {
		n.attrs[name] = attribute{expr: a.expr, rng: at}
	}
	for _, blocks := range n.blocks {
		for _, b := range blocks {
			b.moved(at)
		}
	}
}

func (p *planFile) outputs() map[string]*Output {
	out := map[string]*Output{}
	for name, c := range p.plan.OutputChanges {
		if c == nil || (c.After == nil && !holdsTrue(c.AfterUnknown)) {
			continue
		}
		v := planned(c.After, c.AfterUnknown, c.AfterSensitive)
		out[name] = &Output{Value: v, Sensitive: v.HasMark(Sensitive), Range: hcl.Range{Filename: p.name}}
	}
	return out
}

// known are the values that a plan tells of each resource and data source.
func (p *planFile) known() map[string]map[string]cty.Value {
	known := map[string]map[string]cty.Value{}
	for id, x := range p.entries() {
		values := map[string]cty.Value{}
		for name, v := range x.values() {
			if v.IsWhollyKnown() && !emptyCollection(v) {
				values[name] = v
			}
		}
		known[id] = values
	}
	return known
}

// planSchema answers for the provider with what a plan says.
type planSchema struct {
	Schema
	known map[string]map[string]cty.Value // by mode and address
}

// Computed is what the plan knows, over what would be computed.
func (s planSchema) Computed(r Instance, config cty.Value) map[string]cty.Value {
	out := map[string]cty.Value{}
	if s.Schema != nil {
		for name, v := range s.Schema.Computed(r, config) {
			out[name] = v
		}
	}
	for name, v := range s.known["managed "+r.Address] {
		out[name] = v
	}
	return out
}

// Read is what can be evaluated, and from the plan what cannot.
func (s planSchema) Read(r Instance, config cty.Value) (map[string]cty.Value, bool) {
	out, ok := map[string]cty.Value{}, false
	if s.Schema != nil {
		var read map[string]cty.Value
		if read, ok = s.Schema.Read(r, config); ok {
			for name, v := range read {
				out[name] = v
			}
		}
	}
	for name, v := range s.known["data "+r.Address] {
		if have, set := out[name]; !set || !Plain(have).IsWhollyKnown() {
			out[name], ok = v, true
		}
	}
	return out, ok
}

// HoldsMap is what the catalogue says: a plan has no syntax.
func (s planSchema) HoldsMap(typ, argument string) bool {
	return s.Schema == nil || s.Schema.HoldsMap(typ, argument)
}

// planSettings puts the values that a plan was made with over those of the
// sources. A value that both have keeps the place in the sources.
func (e *evaluator) planSettings(in *instance) {
	for name, given := range e.estate.planned.plan.Variables {
		v, ok := in.variables[name]
		if !ok || given == nil {
			continue
		}
		value := fromJSON(given.Value)
		if e.same(in, v, value) {
			continue
		}
		e.vars[name] = setting{value: value, note: "plan", rng: hcl.Range{Filename: e.estate.planned.name}}
	}
}

func (e *evaluator) same(in *instance, v *variable, value cty.Value) bool {
	want, defaults := v.constraint()
	have := cty.NilVal
	if set, ok := e.vars[v.name]; ok {
		have = set.value
	} else if v.def != nil {
		have = e.value(v.def, in.scope)
	}
	if have == cty.NilVal {
		return false
	}
	a, b := in.convert(have, want, defaults, v, v.rng), in.convert(value, want, defaults, v, v.rng)
	return a.IsWhollyKnown() && fmt.Sprint(plainJSON(a)) == fmt.Sprint(plainJSON(b))
}
