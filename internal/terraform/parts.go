package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// nestedBlock is a nested block, or the template of a dynamic one.
type nestedBlock struct {
	typ     string
	dynamic bool
	body    hcl.Body
	at      hcl.Range
}

// parts takes a body of a resource of a type apart. The JSON syntax does not tell a nested block from an
// argument that holds a map; there the schema says which is which.
// https://developer.hashicorp.com/terraform/language/syntax/json#nested-block-mapping
func (e *evaluator) parts(body hcl.Body, of string) (hcl.Attributes, []nestedBlock) {
	switch body := body.(type) {
	case *hclsyntax.Body:
		return attributesOf(body), nativeParts(body)
	case overridden:
		return body.parts(func(b hcl.Body) (hcl.Attributes, []nestedBlock) { return e.parts(b, of) })
	}
	return e.jsonParts(body, of)
}

func nativeParts(body *hclsyntax.Body) []nestedBlock {
	blocks := make([]nestedBlock, 0, len(body.Blocks))
	for _, b := range body.Blocks {
		p := nestedBlock{typ: b.Type, body: b.Body, at: b.DefRange()}
		if b.Type == "dynamic" && len(b.Labels) == 1 {
			p.typ, p.dynamic = b.Labels[0], true
		}
		blocks = append(blocks, p)
	}
	return blocks
}

func (e *evaluator) jsonParts(body hcl.Body, of string) (hcl.Attributes, []nestedBlock) {
	attrs := attributesOf(body)
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(attrs)), func(name string) bool {
		return name == "dynamic" || !e.nestedInJSON(attrs[name], of)
	})
	wanted := &hcl.BodySchema{}
	for _, name := range names {
		wanted.Blocks = append(wanted.Blocks, hcl.BlockHeaderSchema{Type: name})
		delete(attrs, name)
	}
	if attrs["dynamic"] != nil {
		wanted.Blocks = append(wanted.Blocks, hcl.BlockHeaderSchema{Type: "dynamic", LabelNames: []string{"type"}})
		delete(attrs, "dynamic")
	}
	if len(wanted.Blocks) == 0 {
		return attrs, nil
	}
	content, _, _ := body.PartialContent(wanted)
	var blocks []nestedBlock
	for _, b := range content.Blocks {
		p := nestedBlock{typ: b.Type, body: b.Body, at: b.DefRange}
		if b.Type == "dynamic" {
			p.typ, p.dynamic = b.Labels[0], true
		}
		blocks = append(blocks, p)
	}
	return attrs, blocks
}

// nestedInJSON reports whether a property is a nested block, or a list of them.
func (e *evaluator) nestedInJSON(a *hcl.Attribute, of string) bool {
	if meta[a.Name] || e.opts.Schema == nil || e.opts.Schema.HoldsMap(of, a.Name) {
		return false
	}
	if _, diags := hcl.ExprMap(a.Expr); !diags.HasErrors() {
		return true
	}
	items, diags := hcl.ExprList(a.Expr)
	return !diags.HasErrors() && len(items) > 0 && !slices.ContainsFunc(items, func(item hcl.Expression) bool {
		_, diags := hcl.ExprMap(item)
		return diags.HasErrors()
	})
}

// contentOf is the body of a dynamic block's content, or nil.
func contentOf(body hcl.Body) hcl.Body {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "content"}}})
	if len(content.Blocks) == 0 {
		return nil
	}
	return content.Blocks[0].Body
}

// attributesOf lists a body's attributes and passes over its blocks, which in
// JSON look like attributes.
func attributesOf(body hcl.Body) hcl.Attributes {
	switch body := body.(type) {
	case *hclsyntax.Body:
		attrs := hcl.Attributes{}
		for name, a := range body.Attributes {
			attrs[name] = a.AsHCLAttribute()
		}
		return attrs
	case overridden:
		attrs := attributesOf(body.base)
		maps.Copy(attrs, attributesOf(body.over))
		return attrs
	}
	attrs, _ := body.JustAttributes()
	return attrs
}
