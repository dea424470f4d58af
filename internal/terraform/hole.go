package terraform

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Hole stands in a text for a part that cannot be known.
const Hole = "⟦?⟧"

type holeMark struct{}

// holed marks every value that was made with the help of a Hole. Only a text
// that still contains one may be used; all else that bears the mark is unknown.
var holed = holeMark{}

func isHole(v cty.Value) bool { return v.HasMark(holed) }

// Text returns a string value as text, with Hole for each part that cannot be
// known. Complete is false where there is such a part; ok is false where v is
// no text at all or wholly unknown.
func Text(v cty.Value) (text string, complete, ok bool) {
	partial := isHole(v)
	v, _ = v.Unmark()
	if v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return "", false, false
	}
	return v.AsString(), !partial, true
}

// Plain replaces what a Hole helped to make by an unknown of the same type, so
// that nothing is decided by it.
func Plain(v cty.Value) cty.Value {
	if v == cty.NilVal || !v.ContainsMarked() {
		return v
	}
	plain, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		if !isHole(v) {
			return v, nil
		}
		_, marks := v.Unmark()
		delete(marks, holed)
		return cty.UnknownVal(v.Type()).WithMarks(marks), nil
	})
	if err != nil {
		return cty.DynamicVal
	}
	return plain
}

// fill replaces unknown texts inside a value by Holes.
func fill(v cty.Value) cty.Value {
	filled, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		bare, marks := v.Unmark()
		if bare.IsKnown() || (bare.Type() != cty.String && bare.Type() != cty.DynamicPseudoType) {
			return v, nil
		}
		return cty.StringVal(Hole).WithMarks(marks).Mark(holed), nil
	})
	if err != nil {
		return v
	}
	return filled
}

// settle keeps of a value that was made with Holes what may be used: texts that
// still show their holes. Everything else that bears the mark becomes unknown.
func settle(v cty.Value) cty.Value {
	settled, err := cty.Transform(v, func(_ cty.Path, v cty.Value) (cty.Value, error) {
		if !isHole(v) {
			return v, nil
		}
		bare, marks := v.Unmark()
		delete(marks, holed)
		if bare.Type() == cty.String && bare.IsKnown() && !bare.IsNull() && bare.AsString() != Hole && strings.Contains(bare.AsString(), Hole) {
			return v, nil
		}
		return cty.UnknownVal(bare.Type()).WithMarks(marks), nil
	})
	if err != nil {
		return cty.DynamicVal
	}
	return settled
}

// gained is a settled value with what no Hole survived in as it was evaluated
// without Holes: what a Hole stood for need not be a text.
func gained(plain, settled cty.Value) cty.Value {
	a, marksA := plain.Unmark()
	b, marksB := settled.Unmark()
	switch {
	case !b.IsKnown():
		return plain
	case !a.IsKnown() || a.IsNull() || b.IsNull():
		return settled
	case a.Type().IsObjectType() && b.Type().IsObjectType():
		items := b.AsValueMap()
		for name, item := range items {
			if a.Type().HasAttribute(name) {
				items[name] = gained(a.GetAttr(name), item)
			}
		}
		return cty.ObjectVal(items).WithMarks(marksA, marksB)
	case a.Type().IsTupleType() && b.Type().IsTupleType() && a.LengthInt() == b.LengthInt():
		items, before := b.AsValueSlice(), a.AsValueSlice()
		for i := range items {
			items[i] = gained(before[i], items[i])
		}
		return cty.TupleVal(items).WithMarks(marksA, marksB)
	}
	return settled
}
