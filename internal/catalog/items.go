package catalog

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// item is one element of an each argument, or the whole block where there is
// none.
type item struct {
	*scope
	key string
	at  place
	// state is unknown where when cannot be decided.
	state model.State
}

// items runs over what a block's each and when arguments select. Where each is
// not known there is one item of unknown state.
func (s *scope) items(each, when hcl.Expression) []item {
	var list []item
	for _, it := range s.each(each) {
		truth := it.truth(when)
		if truth.False() {
			continue
		}
		if !truth.Known() {
			it.state = model.Unknown
		}
		list = append(list, it)
	}
	return list
}

func (s *scope) each(each hcl.Expression) []item {
	v, _ := s.value(each)
	if v == cty.NilVal {
		return []item{{scope: s, at: place{node: s.node}, state: model.Known}}
	}
	v, _ = v.Unmark()
	if !terraform.Plain(v).IsKnown() {
		at := place{node: s.node}
		if reads := s.reads(each); len(reads) > 0 {
			at = reads[0]
		}
		return []item{{scope: s.bind("each", cty.DynamicVal, &at), at: at, state: model.Unknown}}
	}
	if v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	return s.eachOf(each, v)
}

func (s *scope) eachOf(each hcl.Expression, v cty.Value) []item {
	at := s.elementPlaces(each)
	around := s.reads(each)
	var list []item
	for it := v.ElementIterator(); it.Next(); {
		k, elem := it.Element()
		i := len(list)
		here := place{node: s.node}
		var bound *place
		switch {
		case i < len(at):
			here, bound = at[i], &at[i]
		case len(around) > 0:
			here = around[0]
		}
		child := s.bind("each", withNulls(elem, s.node.entry.eachAttributes), bound)
		if bound == nil {
			child.around = around
		}
		list = append(list, item{scope: child, key: keyText(k), at: here, state: model.Known})
	}
	return list
}

func keyText(k cty.Value) string {
	k, _ = k.Unmark()
	if text, err := convert.Convert(k, cty.String); err == nil && text.IsKnown() && !text.IsNull() {
		return text.AsString()
	}
	return ""
}

// withNulls adds the named attributes to an object that lacks them.
func withNulls(v cty.Value, names []string) cty.Value {
	raw, marks := v.Unmark()
	if len(names) == 0 || !raw.IsKnown() || raw.IsNull() || !raw.Type().IsObjectType() {
		return v
	}
	attrs := raw.AsValueMap()
	if attrs == nil {
		attrs = map[string]cty.Value{}
	}
	for _, name := range names {
		if _, ok := attrs[name]; !ok {
			attrs[name] = cty.NullVal(cty.DynamicPseudoType)
		}
	}
	return cty.ObjectVal(attrs).WithMarks(marks)
}
