package terraform

import (
	"maps"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// meta are arguments that Terraform itself reads.
var meta = map[string]bool{"count": true, "for_each": true, "provider": true, "depends_on": true, "lifecycle": true, "provisioner": true, "connection": true}

// resource is the value of a resource or data block as references see it.
func (in *instance) resource(key string) cty.Value {
	set := in.resourceSet(key)
	if set == nil {
		return cty.DynamicVal
	}
	if !set.expanded {
		return cty.DynamicVal // refers to itself while being expanded
	}
	return set.lazy.get(in.eval, set.block.header, in.name(key), func() cty.Value {
		v := in.collect(set.repeat, len(set.instances), func(i int) (string, cty.Value) {
			r := set.instances[i]
			return keyOf(r.Address), in.eval.body(r)
		})
		if set.repeat == byKey {
			items := v.AsValueMap()
			if items == nil {
				items = map[string]cty.Value{}
			}
			items[instancesKey] = cty.True
			return cty.ObjectVal(items)
		}
		return v
	})
}

func (in *instance) resourceSet(key string) *resourceSet {
	if set, ok := in.resourceSets[key]; ok {
		return set
	}
	b, ok := in.resources[key]
	if !ok {
		return nil
	}
	set := &resourceSet{block: b}
	in.resourceSets[key] = set
	s := in.scope.at(in.name(key))
	repeat, times := in.eval.expand(attributesOf(b.body), s, b.header)
	set.repeat = repeat
	ignores := ignoresChanges(b.body)
	made := func(t turn) *Resource {
		r := &Resource{Instance: Instance{Address: in.name(key) + t.suffix, Type: b.typ, Name: b.name, Root: in.eval.key, Functions: in.eval.functions},
			Mode: b.kind, Module: in.address, IgnoresChanges: ignores, Range: b.header, BlockRange: b.whole}
		r.origins = origins{scope: t.scope.at(r.Address), block: b}
		in.eval.resources = append(in.eval.resources, r)
		return r
	}
	for _, t := range times {
		set.instances = append(set.instances, made(t))
	}
	for _, t := range in.spare(attributesOf(b.body), s, repeat, times) {
		set.spare = append(set.spare, made(t))
	}
	set.expanded = true
	return set
}

// body evaluates an instance, once.
func (e *evaluator) body(r *Resource) cty.Value {
	return r.origins.lazy.get(e, r.Range, r.Address, func() cty.Value {
		in := r.origins.scope.in
		if r.Opaque {
			return e.arguments(r)
		}
		node, config := e.evaluate(r.Type, r.origins.block.body, r.origins.scope)
		r.origins.node = node
		r.Provider = in.providerFor(r.Type, r.origins.block.body)
		builtin(r.Type, config)
		if r.Mode == "data" && r.Type == "terraform_remote_state" {
			e.remoteState(r, config)
		}
		r.Config = cty.ObjectVal(config)
		r.Body = r.Config
		if e.opts.Schema != nil {
			r.Body = cty.ObjectVal(e.computed(r, config))
		}
		return r.Body
	})
}

// builtin adds what Terraform's own provider computes.
// https://developer.hashicorp.com/terraform/language/resources/terraform-data
func builtin(typ string, config map[string]cty.Value) {
	if typ != "terraform_data" {
		return
	}
	for _, name := range []string{"input", "triggers_replace"} {
		if _, ok := config[name]; !ok {
			config[name] = cty.NullVal(cty.DynamicPseudoType)
		}
	}
	config["output"] = config["input"]
}

// computed adds what the provider would compute; what is set in the sources
// wins.
func (e *evaluator) computed(r *Resource, config map[string]cty.Value) map[string]cty.Value {
	body := map[string]cty.Value{}
	if r.Mode == "data" {
		if read, ok := e.opts.Schema.Read(r.Instance, r.Config); ok {
			maps.Copy(body, read)
		}
	} else {
		maps.Copy(body, e.opts.Schema.Computed(r.Instance, r.Config))
	}
	for name, v := range config {
		if _, ok := body[name]; !ok || (v.IsKnown() && !v.IsNull()) {
			body[name] = v
		}
	}
	return body
}

// node is an evaluated body with the expression behind each of its parts.
type node struct {
	at     hcl.Range
	attrs  map[string]attribute
	blocks map[string][]*node
	scope  *scope
}

type attribute struct {
	expr hcl.Expression
	rng  hcl.Range
}
