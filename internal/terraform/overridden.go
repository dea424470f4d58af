package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// overridden is a body with that of an override file laid over it: the latter's
// arguments replace those of the same name, its blocks all blocks of the same
// type. Either may be native or JSON.
// https://developer.hashicorp.com/terraform/language/files/override
type overridden struct{ base, over hcl.Body }

// PartialContent implements [hcl.Body].
func (o overridden) PartialContent(schema *hcl.BodySchema) (*hcl.BodyContent, hcl.Body, hcl.Diagnostics) {
	content, _, diags := o.base.PartialContent(schema)
	over, _, more := o.over.PartialContent(schema)
	for name, a := range over.Attributes {
		if content.Attributes == nil {
			content.Attributes = hcl.Attributes{}
		}
		content.Attributes[name] = a
	}
	content.Blocks = slices.DeleteFunc(content.Blocks, func(b *hcl.Block) bool {
		return slices.ContainsFunc(over.Blocks, func(n *hcl.Block) bool { return n.Type == b.Type })
	})
	content.Blocks = append(content.Blocks, over.Blocks...)
	return content, hcl.EmptyBody(), append(diags, more...)
}

// Content implements [hcl.Body].
func (o overridden) Content(schema *hcl.BodySchema) (*hcl.BodyContent, hcl.Diagnostics) {
	content, _, diags := o.PartialContent(schema)
	return content, diags
}

// JustAttributes implements [hcl.Body].
func (o overridden) JustAttributes() (hcl.Attributes, hcl.Diagnostics) {
	return attributesOf(o), nil
}

// MissingItemRange implements [hcl.Body].
func (o overridden) MissingItemRange() hcl.Range { return o.base.MissingItemRange() }

// parts takes both bodies apart and lays the one over the other.
func (o overridden) parts(apart func(hcl.Body) (hcl.Attributes, []nestedBlock)) (hcl.Attributes, []nestedBlock) {
	attrs, blocks := apart(o.base)
	overAttrs, overBlocks := apart(o.over)
	maps.Copy(attrs, overAttrs)
	blocks = slices.DeleteFunc(blocks, func(b nestedBlock) bool {
		return overAttrs[b.typ] != nil || slices.ContainsFunc(overBlocks, func(n nestedBlock) bool { return n.typ == b.typ })
	})
	for _, b := range overBlocks {
		delete(attrs, b.typ)
	}
	return attrs, append(blocks, overBlocks...)
}
