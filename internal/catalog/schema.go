package catalog

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/terraform"
)

var _ terraform.Schema = (*Catalog)(nil)

// Computed implements terraform.Schema with the stand-ins of the type's entry.
func (c *Catalog) Computed(r terraform.Instance, config cty.Value) map[string]cty.Value {
	e := c.entryOf(r.Type, false)
	if r.Opaque {
		e = c.moduleEntry(r.Type)
	}
	if e == nil {
		return nil
	}
	return c.standins(e, r, config)
}

// Computes implements terraform.Schema by the stand-ins of a module's entry.
func (c *Catalog) Computes(source string, outputs []string) bool {
	e := c.moduleEntry(source)
	return e != nil && slices.ContainsFunc(e.Standins, func(s *standin) bool { return slices.Contains(outputs, s.Name) })
}

// Read implements terraform.Schema for data sources that need no cloud.
func (c *Catalog) Read(r terraform.Instance, config cty.Value) (attributes map[string]cty.Value, ok bool) {
	e := c.entryOf(r.Type, true)
	if e == nil {
		return nil, false
	}
	if e.Read == "" {
		return c.standins(e, r, config), true
	}
	return readers[e.Read](r, config)
}

// HoldsMap implements terraform.Schema by the names that providers use.
func (c *Catalog) HoldsMap(typ, argument string) bool {
	return c.maps.MatchString(typ + "." + argument)
}

// standins evaluates an entry's stand-ins in order; a later one sees those
// before it. What the configuration sets is left alone unless it is not known,
// since the stand-in is at least unique.
func (c *Catalog) standins(e *entry, r terraform.Instance, config cty.Value) map[string]cty.Value {
	attrs := attributesOf(config, e.attributes)
	vars := c.variables(e, r.Provider)
	vars["self"] = cty.ObjectVal(attrs)
	ctx := &hcl.EvalContext{Variables: vars, Functions: c.functions}
	slug := slugOf(r.Address)
	vars["standin_name"] = cty.StringVal(standinName(e, ctx, slug))
	vars["standin_hash"] = cty.StringVal(hashOf(r.Root, r.Address))
	out := map[string]cty.Value{}
	for _, s := range e.Standins {
		if set, _ := terraform.Plain(attrs[s.Name]).Unmark(); set.IsKnown() && !set.IsNull() {
			continue
		}
		v, diags := s.Value.Value(ctx)
		if diags.HasErrors() {
			v = cty.DynamicVal
		}
		out[s.Name], attrs[s.Name] = v, v
		vars["self"] = cty.ObjectVal(attrs)
	}
	return out
}

// standinName is the configured name, with the slug in place of what is not
// known of it.
func standinName(e *entry, ctx *hcl.EvalContext, slug string) string {
	if !written(e.Name) {
		return slug
	}
	v, diags := e.Name.Value(ctx)
	if diags.HasErrors() || isNull(v) {
		return slug
	}
	text, _, ok := terraform.Text(v)
	if !ok || text == "" {
		return slug
	}
	return strings.ReplaceAll(text, terraform.Hole, slug)
}

func slugOf(address string) string {
	slug := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, address)
	return strings.Trim(slug, "-")
}

func hashOf(root, address string) string {
	sum := sha256.Sum256([]byte(root + "\x00" + address))
	return hex.EncodeToString(sum[:])[:17]
}

// leftAloneMark is the type of leftAlone.
type leftAloneMark struct{}

// leftAlone marks the value of an argument that Terraform is told to ignore
// changes of: what it holds in the end is written by somebody else.
var leftAlone = leftAloneMark{}

// attributes are those of a resource.
func (n *node) attributes(names []string) map[string]cty.Value {
	attrs := attributesOf(n.res.Body, names)
	for name, v := range attrs {
		if slices.Contains(n.res.IgnoresChanges, name) || slices.Contains(n.res.IgnoresChanges, terraform.Everything) {
			attrs[name] = v.Mark(leftAlone)
		}
	}
	return attrs
}

// attributesOf returns the attributes of an object; the named ones are null
// where it lacks them.
func attributesOf(v cty.Value, names []string) map[string]cty.Value {
	v, _ = v.Unmark()
	attrs := map[string]cty.Value{}
	if v.IsKnown() && !v.IsNull() && (v.Type().IsObjectType() || v.Type().IsMapType()) {
		for it := v.ElementIterator(); it.Next(); {
			k, item := it.Element()
			attrs[k.AsString()] = item
		}
	}
	for _, name := range names {
		if _, ok := attrs[name]; !ok {
			attrs[name] = cty.NullVal(cty.DynamicPseudoType)
		}
	}
	return attrs
}
