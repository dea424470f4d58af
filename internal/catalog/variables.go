package catalog

import (
	"maps"
	"reflect"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// configured names a provider as one configuration of it.
type configured struct {
	provider *provider
	config   uintptr // the configuration's address
}

// shared is what all resources of a configured provider see. It keeps the
// configuration, so that its address stands for no other.
type shared struct {
	config map[string]cty.Value
	vars   map[string]cty.Value
}

// variables returns what does not depend on the resource, in a map of its own.
func (c *Catalog) variables(e *entry, config map[string]cty.Value) map[string]cty.Value {
	key := configured{e.provider, reflect.ValueOf(config).Pointer()}
	known, ok := c.shared.Load(key)
	if !ok {
		known, _ = c.shared.LoadOrStore(key, &shared{config, c.evaluated(e.provider, config)})
	}
	return maps.Clone(known.(*shared).vars)
}

func (c *Catalog) evaluated(p *provider, config map[string]cty.Value) map[string]cty.Value {
	vars := map[string]cty.Value{
		"local":    cty.ObjectVal(c.locals),
		"provider": cty.EmptyObjectVal,
		"region":   cty.StringVal(""), "account": cty.StringVal(""), "partition": cty.StringVal(""),
	}
	if len(config) > 0 {
		vars["provider"] = cty.ObjectVal(config)
	}
	ctx := &hcl.EvalContext{Variables: vars, Functions: c.functions}
	set := func(name string, expr hcl.Expression) {
		if !written(expr) {
			return
		}
		if v, diags := expr.Value(ctx); !diags.HasErrors() {
			vars[name] = v
		}
	}
	set("region", p.Region)
	set("region_given", p.RegionGiven)
	set("account", p.Account)
	set("partition", p.Partition)
	return vars
}
