package catalog

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// place is a spot in a resource's configuration; an empty path is its header.
type place struct {
	node *node
	path cty.Path
}

// scope is what an expression is evaluated in.
type scope struct {
	node *node
	ctx  *hcl.EvalContext
	// places says where the values of each and of loop variables stand.
	places map[string]place
	// around are the reads of an each argument whose items have no place of
	// their own.
	around []place
}

// bind returns a scope in which name has a value and, where known, a place.
func (s *scope) bind(name string, v cty.Value, at *place) *scope {
	child := s.ctx.NewChild()
	child.Variables = map[string]cty.Value{name: v}
	places := maps.Clone(s.places)
	if places == nil {
		places = map[string]place{}
	}
	delete(places, name)
	if at != nil {
		places[name] = *at
	}
	return &scope{node: s.node, ctx: child, places: places, around: s.around}
}

// value evaluates an expression. What fails is null with a reason; what is
// absent is null without one.
func (s *scope) value(expr hcl.Expression) (cty.Value, string) {
	if !written(expr) {
		return cty.NilVal, ""
	}
	v, diags := expr.Value(s.ctx)
	if diags.HasErrors() {
		return cty.DynamicVal, diags[0].Summary
	}
	return v, ""
}

// text evaluates to a string. complete is false where a part is not known.
func (s *scope) text(expr hcl.Expression) (text string, complete bool) {
	v, _ := s.value(expr)
	if v == cty.NilVal {
		return "", true
	}
	text, complete, ok := terraform.Text(v)
	if !ok {
		return "", isNull(v)
	}
	return text, complete
}

func isNull(v cty.Value) bool {
	v, _ = v.Unmark()
	return v.IsKnown() && v.IsNull()
}

// truth evaluates a condition: an absent one is true.
func (s *scope) truth(expr hcl.Expression) model.Fact {
	v, reason := s.value(expr)
	if v == cty.NilVal {
		return model.Fact{Value: true, State: model.Known}
	}
	got, why := plain(v, "bool")
	if got == nil {
		return model.Fact{State: model.Unknown, Reason: firstOf(reason, why)}
	}
	return model.Fact{Value: got, State: model.Known}
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

// plain turns a value into what a fact of the given type can hold, or nil with
// a reason.
func plain(v cty.Value, typ string) (any, string) {
	v, _ = terraform.Plain(v).UnmarkDeep()
	if !v.IsWhollyKnown() {
		return nil, "not known from the sources"
	}
	if v.IsNull() {
		return nil, ""
	}
	want, ok := factTypes[typ]
	if !ok {
		return nil, fmt.Sprintf("no such type %q", typ)
	}
	converted, err := convert.Convert(v, want)
	if err != nil || converted.IsNull() {
		return nil, fmt.Sprintf("is not a %s", typ)
	}
	return golang(converted), ""
}

var factTypes = map[string]cty.Type{
	"bool":   cty.Bool,
	"number": cty.Number,
	"string": cty.String,
	"list":   cty.List(cty.String),
}

func golang(v cty.Value) any {
	switch v.Type() {
	case cty.Bool:
		return v.True()
	case cty.Number:
		f, _ := v.AsBigFloat().Float64()
		return f
	case cty.String:
		return v.AsString()
	}
	list := make([]string, 0, v.LengthInt())
	for _, item := range v.AsValueSlice() {
		if !item.IsNull() {
			list = append(list, item.AsString())
		}
	}
	return list
}

// fact evaluates a fact of the given type. ok is false where the expression is
// null: the fact does not apply.
func (s *scope) fact(expr hcl.Expression, typ string) (f model.Fact, ok bool) {
	v, reason := s.value(expr)
	if v == cty.NilVal || isNull(v) {
		return f, false
	}
	f.Evidence = s.evidence(expr)
	f.State = model.Known
	var why string
	if f.Value, why = plain(v, typ); f.Value == nil {
		f.State = model.Unknown
		f.Reason = firstOf(reason, s.reason(expr), why)
	}
	return f, true
}

// strings evaluates a list of strings or a single one. Parts that are not known
// are left out and make complete false.
func (s *scope) strings(expr hcl.Expression) (list []string, complete bool) {
	v, _ := s.value(expr)
	if v == cty.NilVal {
		return nil, true
	}
	return stringsOf(v)
}

func stringsOf(v cty.Value) (list []string, complete bool) {
	v, _ = terraform.Plain(v).UnmarkDeep()
	switch {
	case !v.IsKnown():
		return nil, false
	case v.IsNull():
		return nil, true
	case v.Type() == cty.String && v.AsString() == "":
		return nil, true
	case v.Type() == cty.String:
		return []string{v.AsString()}, true
	case !v.CanIterateElements():
		return nil, false
	}
	complete = true
	for it := v.ElementIterator(); it.Next(); {
		_, item := it.Element()
		more, all := stringsOf(item)
		list = append(list, more...)
		complete = complete && all
	}
	return list, complete
}

// number evaluates to a whole number.
func (s *scope) number(expr hcl.Expression, absent int) (n int, known bool) {
	v, _ := s.value(expr)
	if v == cty.NilVal || isNull(v) {
		return absent, true
	}
	f, _ := plain(v, "number")
	if f == nil {
		return absent, false
	}
	return int(f.(float64)), true
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
