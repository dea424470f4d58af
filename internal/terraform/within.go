package terraform

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// openSteps is how far a path may go on into a value that is not known.
const openSteps = 3

// within cuts off what of a path leads to nothing in a value. Without it the
// parts of one value would be looked for in another, each way to it with a
// longer path.
func within(v cty.Value, path []cty.Value) []cty.Value {
	for i, key := range path {
		v, _ = v.Unmark()
		switch {
		case v == cty.NilVal || !v.IsKnown():
			return path[:min(len(path), i+openSteps)]
		case v.IsNull():
			return path[:i]
		case v.Type() == cty.String:
			if text := v.AsString(); strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
				return path // into the JSON that the text was made of
			}
			return path[:i]
		}
		next, ok := part(v, key)
		if !ok {
			return path[:i]
		}
		v = next
	}
	return path
}

// part returns the item of a known collection that a key names.
func part(v, key cty.Value) (cty.Value, bool) {
	key, _ = key.Unmark()
	if !key.IsKnown() || key.IsNull() {
		return cty.NilVal, false
	}
	switch t := v.Type(); {
	case t.IsObjectType():
		if key.Type() == cty.String && t.HasAttribute(key.AsString()) {
			return v.GetAttr(key.AsString()), true
		}
	case t.IsMapType() && key.Type() == cty.String, (t.IsListType() || t.IsTupleType()) && key.Type() == cty.Number:
		if has := v.HasIndex(key); has.IsKnown() && has.True() {
			return v.Index(key), true
		}
	}
	return cty.NilVal, false
}
