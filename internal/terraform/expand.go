package terraform

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// turn is one repetition of a block: the suffix of its address and what it
// sees as each or count.
type turn struct {
	suffix string
	scope  *scope
}

// expand evaluates count and for_each of a block.
func (e *evaluator) expand(attrs map[string]*hcl.Attribute, s *scope, at hcl.Range) (repetition, []turn) {
	if a := attrs["count"]; a != nil {
		if each := attrs["for_each"]; each != nil {
			e.warnOnce(problem("count and for_each", "a block takes one of the two; for_each was passed over", each.Range))
		}
		return e.expandCount(a, s, at)
	}
	if a := attrs["for_each"]; a != nil {
		return e.expandEach(a, s, at)
	}
	return once, []turn{{scope: s}}
}

func (e *evaluator) expandCount(a *hcl.Attribute, s *scope, at hcl.Range) (repetition, []turn) {
	v, _ := Plain(e.value(a.Expr, s)).Unmark()
	var n int
	switch {
	case !v.IsKnown() || v.IsNull():
		if v.IsKnown() {
			e.warnOnce(problem("invalid count", "count takes a whole number, not null", a.Range))
		}
		return unknownTimes, []turn{{scope: s.with("count", cty.ObjectVal(map[string]cty.Value{"index": cty.UnknownVal(cty.Number)}), source{})}}
	default:
		text, ok := number(v)
		if !ok {
			e.warnOnce(problem("invalid count", "count takes a whole number", a.Range))
			return byCount, nil
		}
		n = text
	}
	if !e.allowed(n, at) {
		n = 1
	}
	times := make([]turn, 0, max(n, 0))
	for i := range max(n, 0) {
		index := cty.ObjectVal(map[string]cty.Value{"index": cty.NumberIntVal(int64(i))})
		times = append(times, turn{suffix: "[" + strconv.Itoa(i) + "]", scope: s.with("count", index, source{})})
	}
	return byCount, times
}

func number(v cty.Value) (int, bool) {
	switch v.Type() {
	case cty.Number:
		f, _ := v.AsBigFloat().Float64()
		if f != float64(int64(f)) || f < 0 {
			return 0, false
		}
		if f > 1e12 {
			f = 1e12
		}
		return int(f), true
	case cty.String:
		n, err := strconv.Atoi(v.AsString())
		return n, err == nil && n >= 0
	}
	return 0, false
}

// allowed keeps the number of instances within bounds.
func (e *evaluator) allowed(n int, at hcl.Range) bool {
	if n > maxInstances || e.total+n > maxTotal {
		e.warnOnce(problem("too many instances", fmt.Sprintf("%d instances of one block, or more than %d in all; one was analysed", n, maxTotal), at))
		return false
	}
	e.total += n
	return true
}

func (e *evaluator) expandEach(a *hcl.Attribute, s *scope, at hcl.Range) (repetition, []turn) {
	v, marks := Plain(e.value(a.Expr, s)).Unmark()
	if wrong := wrongEach(v, marks); wrong != "" {
		e.warnOnce(problem("invalid for_each", "for_each takes a map or a set of strings, "+wrong, a.Range))
	}
	each := func(k, v cty.Value) cty.Value {
		return cty.ObjectVal(map[string]cty.Value{"key": k, "value": v.WithMarks(marks)})
	}
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return unknownTimes, []turn{{scope: s.with("each", each(cty.UnknownVal(cty.String), cty.DynamicVal), source{expr: a.Expr, scope: s})}}
	}
	n := v.LengthInt()
	if !e.allowed(n, at) {
		return unknownTimes, []turn{{scope: s.with("each", each(cty.UnknownVal(cty.String), cty.DynamicVal), source{expr: a.Expr, scope: s})}}
	}
	var times []turn
	for k, item := range v.Elements() {
		key := k
		if v.Type().IsSetType() || v.Type().IsTupleType() || v.Type().IsListType() {
			key = item
		}
		key, _ = key.Unmark()
		if !key.IsKnown() || key.IsNull() || key.Type() != cty.String {
			continue
		}
		from := source{expr: a.Expr, scope: s, path: []cty.Value{key}}
		times = append(times, turn{
			suffix: "[" + quote(key.AsString()) + "]",
			scope:  s.with("each", each(key, item), from),
		})
	}
	slices.SortFunc(times, func(a, b turn) int { return strings.Compare(a.suffix, b.suffix) })
	return byKey, times
}

// wrongEach says why Terraform refuses a known value for for_each, or nothing.
func wrongEach(v cty.Value, marks cty.ValueMarks) string {
	_, sensitive := marks[Sensitive]
	switch typ := v.Type(); {
	case sensitive:
		return "and no sensitive value: its keys would be shown; use nonsensitive() on them"
	case !v.IsKnown():
		return ""
	case v.IsNull():
		return "not null"
	case typ.IsMapType() || typ.IsObjectType():
		return ""
	case !typ.IsSetType():
		return "not " + typ.FriendlyName() + "; wrap a list in toset()"
	case v.LengthInt() > 0 && typ.ElementType() != cty.String && typ.ElementType() != cty.DynamicPseudoType:
		return "not a set of " + typ.ElementType().FriendlyName()
	}
	return ""
}

func quote(s string) string { return strconv.Quote(s) }

// keyOf returns the for_each key at the end of an address.
func keyOf(address string) string {
	i := strings.LastIndex(address, "[\"")
	if i < 0 || !strings.HasSuffix(address, "]") {
		return ""
	}
	key, err := strconv.Unquote(address[i+1 : len(address)-1])
	if err != nil {
		return address[i+2 : len(address)-2]
	}
	return key
}
