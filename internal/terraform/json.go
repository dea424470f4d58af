package terraform

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// OutputsJSON prints the outputs of a root by name. What is unknown is
// {"unknown":true}, what is sensitive {"sensitive":true}; an unknown inside a
// known value likewise.
func OutputsJSON(root *Root) ([]byte, error) {
	out := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(root.Outputs)) {
		o := root.Outputs[name]
		if o.Sensitive {
			out[name] = map[string]bool{"sensitive": true}
			continue
		}
		out[name] = plainJSON(o.Value)
	}
	return json.MarshalIndent(out, "", "  ")
}

func plainJSON(v cty.Value) any {
	if v.HasMark(Sensitive) {
		return map[string]bool{"sensitive": true}
	}
	v, _ = v.Unmark()
	t := v.Type()
	switch {
	case !v.IsKnown():
		return map[string]bool{"unknown": true}
	case v.IsNull():
		return nil
	case t.IsObjectType() || t.IsMapType():
		out := map[string]any{}
		for k, item := range v.AsValueMap() {
			out[k] = plainJSON(item)
		}
		return out
	case t.IsListType() || t.IsTupleType() || t.IsSetType():
		out := []any{}
		for _, item := range v.AsValueSlice() {
			out = append(out, plainJSON(item))
		}
		return out
	}
	text, err := ctyjson.Marshal(v, t)
	if err != nil {
		return map[string]bool{"unknown": true}
	}
	return json.RawMessage(text)
}
