package policydoc

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/terraform"
)

// document and statement are the form that is written. The order of their
// fields is the order in the provider's output.
type document struct {
	Version   string      `json:",omitempty"`
	ID        string      `json:"Id,omitempty"`
	Statement []statement `json:",omitempty"`
}

type statement struct {
	Sid          string                    `json:",omitempty"`
	Effect       string                    `json:",omitempty"`
	Action       any                       `json:",omitempty"`
	NotAction    any                       `json:",omitempty"`
	Resource     any                       `json:",omitempty"`
	NotResource  any                       `json:",omitempty"`
	Principal    any                       `json:",omitempty"`
	NotPrincipal any                       `json:",omitempty"`
	Condition    map[string]map[string]any `json:",omitempty"`
}

// Built is what the data source computes. JSON is indented, Minified is not.
type Built struct{ JSON, Minified string }

// Build evaluates an aws_iam_policy_document. Parts that are not known become
// terraform.Hole. An error means that the provider would refuse it, or that not
// even its statements are known.
func Build(config cty.Value) (*Built, error) {
	b := builder{}
	config, _ = config.UnmarkDeep()
	var merged document
	sids := map[string]bool{}
	for _, text := range b.documents(config, "source_policy_documents") {
		source, err := read(text, sids)
		if err != nil {
			return nil, err
		}
		merged.merge(source)
	}
	own, err := b.document(config)
	if err != nil {
		return nil, err
	}
	merged.merge(own)
	for _, text := range b.documents(config, "override_policy_documents") {
		override, err := read(text, nil)
		if err != nil {
			return nil, err
		}
		merged.merge(override)
	}
	if b.err != nil {
		return nil, b.err
	}
	return merged.write()
}

func (d *document) write() (*Built, error) {
	indented, err := json.MarshalIndent(d, "", "  ")
	if err != nil {
		return nil, err
	}
	minified, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	return &Built{JSON: string(indented), Minified: string(minified)}, nil
}

// merge adds the statements of o; one with a sid that is there takes its place.
func (d *document) merge(o *document) {
	if o.ID != "" {
		d.ID = o.ID
	}
	d.Version = max(d.Version, o.Version)
	for _, s := range o.Statement {
		i := -1
		if s.Sid != "" {
			i = slices.IndexFunc(d.Statement, func(x statement) bool { return x.Sid == s.Sid })
		}
		if i >= 0 {
			d.Statement[i] = s
			continue
		}
		d.Statement = append(d.Statement, s)
	}
}

// builder reads a configuration and keeps the first error.
type builder struct {
	version string
	err     error
}

func (b *builder) fail(format string, args ...any) {
	if b.err == nil {
		b.err = fmt.Errorf(format, args...)
	}
}

func (b *builder) document(config cty.Value) (*document, error) {
	b.version = "2012-10-17"
	if v := b.text(config, "version"); v != "" {
		b.version = v
	}
	doc := &document{Version: b.version, ID: b.text(config, "policy_id")}
	blocks, known := items(attr(config, "statement"))
	if !known {
		return nil, fmt.Errorf("the statements are not known")
	}
	sids := map[string]bool{}
	for _, block := range blocks {
		if !block.IsKnown() {
			return nil, fmt.Errorf("a statement is not known")
		}
		s := b.statement(block)
		if s.Sid != "" && sids[s.Sid] {
			return nil, fmt.Errorf("two statements have the sid %q", s.Sid)
		}
		sids[s.Sid] = true
		doc.Statement = append(doc.Statement, s)
	}
	return doc, nil
}

func (b *builder) statement(block cty.Value) statement {
	s := statement{
		Sid: b.text(block, "sid"), Effect: "Allow",
		Action: collapse(b.set(block, "actions")), NotAction: collapse(b.set(block, "not_actions")),
		Resource:     collapse(b.variables(b.set(block, "resources"))),
		NotResource:  collapse(b.variables(b.set(block, "not_resources"))),
		Principal:    b.principals(block, "principals"),
		NotPrincipal: b.principals(block, "not_principals"),
		Condition:    b.conditions(block),
	}
	if effect := b.text(block, "effect"); effect != "" {
		s.Effect = effect
	}
	return s
}

// principals writes {"*": "*"} as "*" and every other set by type.
func (b *builder) principals(block cty.Value, name string) any {
	blocks, known := items(attr(block, name))
	if !known {
		return terraform.Hole
	}
	if len(blocks) == 0 {
		return nil
	}
	byType := map[string][]string{}
	single := map[string]bool{}
	for _, p := range blocks {
		typ := b.text(p, "type")
		ids := b.variables(b.set(p, "identifiers"))
		_, again := byType[typ]
		single[typ] = len(ids) == 1 && !again
		byType[typ] = append(byType[typ], ids...)
	}
	if len(byType) == 1 && len(blocks) == 1 && slices.Equal(byType["*"], []string{"*"}) {
		return "*"
	}
	out := map[string]any{}
	for typ, ids := range byType {
		if single[typ] {
			out[typ] = ids[0]
		} else {
			out[typ] = ids
		}
	}
	return out
}

func (b *builder) conditions(block cty.Value) map[string]map[string]any {
	blocks, known := items(attr(block, "condition"))
	if !known {
		return map[string]map[string]any{terraform.Hole: {terraform.Hole: terraform.Hole}}
	}
	lists := map[string]map[string][]string{}
	for _, c := range blocks {
		test, variable := b.text(c, "test"), b.text(c, "variable")
		if lists[test] == nil {
			lists[test] = map[string][]string{}
		}
		lists[test][variable] = append(lists[test][variable], b.variables(b.list(c, "values"))...)
	}
	return flat(lists)
}

// flat writes lists of one as a single value.
func flat(lists map[string]map[string][]string) map[string]map[string]any {
	if len(lists) == 0 {
		return nil
	}
	out := map[string]map[string]any{}
	for test, keys := range lists {
		out[test] = map[string]any{}
		for key, values := range keys {
			if len(values) == 1 {
				out[test][key] = values[0]
			} else {
				out[test][key] = append([]string{}, values...)
			}
		}
	}
	return out
}

// set reads a set of strings in the order in which the provider writes it:
// descending.
func (b *builder) set(block cty.Value, name string) []string {
	list := b.list(block, name)
	sort.Sort(sort.Reverse(sort.StringSlice(list)))
	return slices.Compact(list)
}

func (b *builder) list(block cty.Value, name string) []string {
	values, known := items(attr(block, name))
	if !known {
		return []string{terraform.Hole}
	}
	var list []string
	for _, v := range values {
		list = append(list, text(v))
	}
	return list
}

// variables turns &{aws:username} into ${aws:username}.
func (b *builder) variables(list []string) []string {
	for i, s := range list {
		if strings.Contains(s, "&{") && b.version == "2008-10-17" {
			b.fail("%q needs version 2012-10-17", s)
		}
		list[i] = strings.ReplaceAll(s, "&{", "${")
	}
	return list
}

func (b *builder) text(block cty.Value, name string) string { return text(attr(block, name)) }

func (b *builder) documents(config cty.Value, name string) []string {
	values, known := items(attr(config, name))
	if !known {
		b.fail("%s is not known", name)
	}
	var list []string
	for _, v := range values {
		if v.IsKnown() && v.IsNull() {
			continue
		}
		list = append(list, text(v))
	}
	return list
}

func collapse(list []string) any {
	switch len(list) {
	case 0:
		return nil
	case 1:
		return list[0]
	}
	return list
}

// text returns a string with holes for what is not known, and nothing for null.
func text(v cty.Value) string {
	if v.IsKnown() && v.IsNull() {
		return ""
	}
	s, _, ok := terraform.Text(v)
	if !ok {
		return terraform.Hole
	}
	return s
}

// attr returns an attribute of an object, or null.
func attr(v cty.Value, name string) cty.Value {
	if v.IsKnown() && !v.IsNull() && v.Type().IsObjectType() && v.Type().HasAttribute(name) {
		return v.GetAttr(name)
	}
	if !v.IsKnown() {
		return cty.DynamicVal
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// items lists the elements of a list, set or tuple; a single value is a list of
// one, null is empty.
func items(v cty.Value) (list []cty.Value, known bool) {
	switch {
	case !v.IsKnown():
		return nil, false
	case v.IsNull():
		return nil, true
	case v.CanIterateElements() && !v.Type().IsObjectType() && !v.Type().IsMapType():
		return v.AsValueSlice(), true
	}
	return []cty.Value{v}, true
}
