package terraform

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"
	"github.com/zclconf/go-cty/cty"
)

// entry is one resource instance of a plan.
type entry struct {
	address, module, mode, typ, name string
	key                              cty.Value
	after, unknown, sensitive        any
}

func (x *entry) values() map[string]cty.Value {
	if x == nil {
		return nil
	}
	v, _ := planned(x.after, x.unknown, x.sensitive).Unmark()
	if !v.IsKnown() || v.IsNull() || !v.Type().IsObjectType() {
		return nil
	}
	return v.AsValueMap()
}

// planEntries are the instances of a plan, in the order of their addresses.
type planEntries map[string]*entry

func (p planEntries) add(x *entry) {
	if id := x.mode + " " + x.address; p[id] == nil && x.address != "" && x.typ != "" && x.name != "" {
		p[id] = x
	}
}

// entries lists what will be there after the apply: what changes and what does
// not, and the data sources that were read.
func (p *planFile) entries() planEntries {
	found := planEntries{}
	for _, c := range p.plan.ResourceChanges {
		if c == nil || c.Change == nil || c.DeposedKey != "" || (c.Change.After == nil && !holdsTrue(c.Change.AfterUnknown)) {
			continue
		}
		found.add(&entry{
			address: c.Address, module: c.ModuleAddress, mode: string(c.Mode), typ: c.Type, name: c.Name, key: keyValue(c.Index),
			after: c.Change.After, unknown: c.Change.AfterUnknown, sensitive: c.Change.AfterSensitive,
		})
	}
	if v := p.plan.PlannedValues; v != nil {
		found.state(v.RootModule, false, 0)
	}
	if s := p.plan.PriorState; s != nil && s.Values != nil {
		found.state(s.Values.RootModule, true, 0)
	}
	return found
}

func (p planEntries) state(m *tfjson.StateModule, dataOnly bool, depth int) {
	if m == nil || depth > maxModules {
		return
	}
	for _, r := range m.Resources {
		if r == nil || dataOnly && r.Mode != tfjson.DataResourceMode || r.DeposedKey != "" {
			continue
		}
		var sensitive any
		if len(r.SensitiveValues) > 0 {
			_ = json.Unmarshal(r.SensitiveValues, &sensitive) // it was part of valid JSON
		}
		p.add(&entry{
			address: r.Address, module: m.Address, mode: string(r.Mode), typ: r.Type, name: r.Name, key: keyValue(r.Index),
			after: map[string]any(r.AttributeValues), sensitive: sensitive,
		})
	}
	for _, child := range m.ChildModules {
		p.state(child, dataOnly, depth+1)
	}
}

func keyValue(index any) cty.Value {
	switch k := index.(type) {
	case string:
		return cty.StringVal(k)
	case float64:
		return cty.NumberFloatVal(k)
	case int:
		return cty.NumberIntVal(int64(k))
	case json.Number:
		return fromJSON(k)
	}
	return cty.NilVal
}

// sorted are the entries in the order of their addresses, data sources last
// where both have one.
func (p planEntries) sorted() []*entry {
	list := slices.Collect(maps.Values(p))
	slices.SortFunc(list, func(a, b *entry) int {
		if c := strings.Compare(a.address, b.address); c != 0 {
			return c
		}
		return -strings.Compare(a.mode, b.mode)
	})
	return list
}
