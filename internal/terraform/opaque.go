package terraform

import (
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// opaque makes of each use of a module that could not be read something like a
// resource: what is handed to it is known, and others refer to it, although
// nothing of what is in it can be seen.
func (in *instance) opaque(c *call, repeat repetition, times, spare []turn) *resourceSet {
	source, _ := c.source()
	set := &resourceSet{block: &block{kind: "module", typ: source, name: c.name, body: c.body, header: c.rng, whole: c.rng}, repeat: repeat, expanded: true}
	for i, t := range slices.Concat(times, spare) {
		r := &Resource{
			Instance: Instance{Address: in.name("module."+c.name) + t.suffix, Type: source, Name: c.name, Root: in.eval.key, Opaque: true, Functions: in.eval.functions},
			Mode:     "module", Module: in.address, Range: c.rng, BlockRange: c.rng,
		}
		r.origins = origins{scope: t.scope.at(r.Address), block: set.block, call: c}
		in.eval.opaque = append(in.eval.opaque, r)
		if i >= len(times) {
			set.spare = append(set.spare, r)
			continue
		}
		set.instances = append(set.instances, r)
	}
	return set
}

// handedOver evaluates what is handed to a module that could not be read.
func (e *evaluator) handedOver(set *callSet) {
	if set.opaque == nil {
		return
	}
	for _, r := range slices.Concat(set.opaque.instances, set.opaque.spare) {
		e.body(r)
	}
}

// arguments is the body of a use of a module that could not be read.
func (e *evaluator) arguments(r *Resource) cty.Value {
	in, c := r.origins.scope.in, r.origins.call
	n := &node{attrs: map[string]attribute{}, blocks: map[string][]*node{}, scope: r.origins.scope, at: c.rng}
	config := map[string]cty.Value{}
	for _, name := range slices.Sorted(maps.Keys(c.attr)) {
		if !callMeta[name] {
			e.argument(n, config, c.attr[name])
		}
	}
	r.origins.node = n
	if p := in.passed(c)[providerOfSource(r.Type)]; p != nil {
		r.Provider = p.evaluated()
	}
	r.Config = cty.ObjectVal(config)
	r.Body = r.Config
	if e.opts.Schema != nil {
		r.origins.outputs = e.opts.Schema.Computed(r.Instance, r.Config)
		body := maps.Clone(config)
		for name, v := range r.origins.outputs {
			if _, set := body[name]; !set {
				body[name] = v
			}
		}
		r.Body = cty.ObjectVal(body)
	}
	return r.Body
}

// providerOfSource is the last part of an address in a registry, which names the
// provider that the module is for.
// https://developer.hashicorp.com/terraform/language/modules/sources#terraform-registry
func providerOfSource(source string) string {
	source, _, _ = strings.Cut(source, "//")
	parts := strings.Split(source, "/")
	if len(parts) < 3 || strings.ContainsAny(source, ":?") {
		return ""
	}
	return parts[len(parts)-1]
}

// opaqueValue is the value of a call whose module could not be read: the outputs
// that the schema knows of it, and unknowns for all others that an expression asks
// for. Asked is nil where it takes the module as a whole.
func (in *instance) opaqueValue(set *callSet, asked []string, w view) cty.Value {
	if asked == nil || set.opaque == nil || set.repeat == unknownTimes || in.eval.opts.Schema == nil {
		return w.of(cty.DynamicVal)
	}
	return in.collect(set.repeat, len(set.opaque.instances), func(i int) (string, cty.Value) {
		r := set.opaque.instances[i]
		return keyOf(r.Address), in.outputsOf(r, asked, w)
	})
}

// outputsOf is the object of the outputs of an opaque module. Its arguments may
// rest on its own outputs by way of other modules; these are unknown then.
func (in *instance) outputsOf(r *Resource, asked []string, w view) cty.Value {
	if !r.origins.lazy.running && in.eval.opts.Schema.Computes(r.Type, asked) {
		in.eval.body(r)
	}
	values := map[string]cty.Value{}
	for _, name := range asked {
		values[name] = w.of(cty.DynamicVal)
		if v, known := r.origins.outputs[name]; known {
			values[name] = v
		}
	}
	return cty.ObjectVal(values)
}
