package terraform

import (
	"errors"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

var errTooLarge = errors.New("larger than 16 MiB, left out")

func problem(summary, detail string, at hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &at}
}

// add puts a top-level block into the module; an override file's block replaces
// the arguments it names.
func (m *module) add(b *hcl.Block, over bool) {
	m.repeated(b, over)
	switch b.Type {
	case "variable":
		m.addVariable(b, over)
	case "locals":
		attrs, _ := b.Body.JustAttributes()
		for name, a := range attrs {
			m.locals[name] = a
		}
	case "output":
		content, _, _ := b.Body.PartialContent(&hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "value"}, {Name: "sensitive"}}})
		name := b.Labels[0]
		if a := content.Attributes["value"]; a != nil {
			m.outputs[name] = a
			m.outputAt[name] = b.DefRange
		}
		if a := content.Attributes["sensitive"]; a != nil {
			m.sensitive[name] = a.Expr
		}
	case "module":
		m.calls[b.Labels[0]] = newCall(b, m.calls[b.Labels[0]], over)
	case "resource":
		m.put(m.resources, b.Labels[0]+"."+b.Labels[1], newBlock("managed", b), over)
	case "data":
		m.put(m.resources, "data."+b.Labels[0]+"."+b.Labels[1], newBlock("data", b), over)
	case "provider":
		m.addProvider(b)
	case "terraform":
		m.addBackend(b)
	}
}

// repeated says where a block is declared a second time, and where an override
// has nothing to override.
func (m *module) repeated(b *hcl.Block, over bool) {
	var known bool
	switch b.Type {
	case "variable":
		_, known = m.variables[b.Labels[0]]
	case "output":
		_, known = m.outputs[b.Labels[0]]
	case "module":
		_, known = m.calls[b.Labels[0]]
	case "resource":
		_, known = m.resources[b.Labels[0]+"."+b.Labels[1]]
	case "data":
		_, known = m.resources["data."+b.Labels[0]+"."+b.Labels[1]]
	default:
		return
	}
	name := b.Type + " " + strings.Join(b.Labels, ".")
	switch {
	case known && !over:
		m.diags = m.diags.Append(problem("declared twice", name+" was declared before; the later one was taken", b.DefRange))
	case over && !known:
		m.diags = m.diags.Append(problem("nothing to override", name+" is in an override file only; it was taken as it stands", b.DefRange))
	}
}

func (m *module) put(into map[string]*block, key string, b *block, over bool) {
	if old, ok := into[key]; ok && over {
		b.body = overridden{base: old.body, over: b.body}
		b.header, b.whole = old.header, old.whole
	}
	into[key] = b
}

func newBlock(kind string, b *hcl.Block) *block {
	whole := b.DefRange
	if body, ok := b.Body.(*hclsyntax.Body); ok {
		whole = hcl.RangeBetween(b.DefRange, body.SrcRange)
	}
	n := &block{kind: kind, typ: b.Labels[0], body: b.Body, header: b.DefRange, whole: whole}
	if len(b.Labels) > 1 {
		n.name = b.Labels[1]
	}
	return n
}

func newCall(b *hcl.Block, old *call, over bool) *call {
	c := &call{name: b.Labels[0], body: b.Body, rng: b.DefRange, attr: map[string]*hcl.Attribute{}}
	attrs := attributesOf(b.Body)
	if over && old != nil {
		c.rng = old.rng
		for name, a := range old.attr {
			c.attr[name] = a
		}
	}
	for name, a := range attrs {
		c.attr[name] = a
	}
	return c
}

func (m *module) addVariable(b *hcl.Block, over bool) {
	v := &variable{name: b.Labels[0], rng: b.DefRange}
	if old := m.variables[v.name]; old != nil && over {
		*v = *old
	}
	attrs := attributesOf(b.Body)
	for name, to := range map[string]*hcl.Expression{"type": &v.typ, "default": &v.def, "nullable": &v.nullable, "sensitive": &v.sensitive, "ephemeral": &v.ephemeral} {
		if a := attrs[name]; a != nil {
			*to = a.Expr
		}
	}
	if rules := rulesOf(b.Body, "validation"); len(rules) > 0 {
		v.rules = rules
	}
	m.variables[v.name] = v
}

func (m *module) addProvider(b *hcl.Block) {
	p := newBlock("provider", b)
	key := p.typ
	if a := attributesOf(b.Body)["alias"]; a != nil {
		if v, diags := a.Expr.Value(nil); !diags.HasErrors() && v.Type().FriendlyName() == "string" && v.IsKnown() && !v.IsNull() {
			key += "." + v.AsString()
		}
	}
	m.providers[key] = p
}

func (m *module) addBackend(b *hcl.Block) {
	content, _, _ := b.Body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "backend", LabelNames: []string{"type"}}, {Type: "cloud"}}})
	for _, inner := range content.Blocks {
		n := &block{kind: "backend", typ: "cloud", body: inner.Body, header: inner.DefRange, whole: inner.DefRange}
		if len(inner.Labels) > 0 {
			n.typ = inner.Labels[0]
		}
		m.backend = n
	}
}
