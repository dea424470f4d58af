package terraform

import (
	"encoding/json"

	"github.com/zclconf/go-cty/cty"
)

// fromJSON is the value of decoded JSON: objects and tuples, as expressions
// without a type make them.
func fromJSON(v any) cty.Value {
	switch v := v.(type) {
	case bool:
		return cty.BoolVal(v)
	case float64:
		return cty.NumberFloatVal(v)
	case json.Number:
		if n, err := cty.ParseNumberVal(v.String()); err == nil {
			return n
		}
		return cty.DynamicVal
	case string:
		return cty.StringVal(v)
	case []any:
		items := make([]cty.Value, len(v))
		for i := range v {
			items[i] = fromJSON(v[i])
		}
		return cty.TupleVal(items)
	case map[string]any:
		items := make(map[string]cty.Value, len(v))
		for k := range v {
			items[k] = fromJSON(v[k])
		}
		return cty.ObjectVal(items)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// planned puts together what a plan says of a value: what it is, which of its
// parts are known only after the apply, and which are sensitive.
func planned(after, unknown, sensitive any) cty.Value {
	if unknown == true {
		return withSecrecy(cty.DynamicVal, sensitive)
	}
	switch u := unknown.(type) {
	case map[string]any:
		if a, ok := after.(map[string]any); ok || after == nil {
			return plannedObject(a, u, sensitive)
		}
	case []any:
		if a, ok := after.([]any); ok || after == nil {
			return plannedTuple(a, u, sensitive)
		}
	}
	switch a := after.(type) {
	case map[string]any:
		return plannedObject(a, nil, sensitive)
	case []any:
		return plannedTuple(a, nil, sensitive)
	}
	return withSecrecy(fromJSON(after), sensitive)
}

func plannedObject(after, unknown map[string]any, sensitive any) cty.Value {
	secret, _ := sensitive.(map[string]any)
	items := map[string]cty.Value{}
	for name, v := range after {
		if item := planned(v, unknown[name], secret[name]); !isNull(item) {
			items[name] = item
		}
	}
	for name, u := range unknown {
		if _, ok := after[name]; !ok && holdsTrue(u) {
			items[name] = planned(nil, u, secret[name])
		}
	}
	return withSecrecy(cty.ObjectVal(items), sensitive)
}

func plannedTuple(after, unknown []any, sensitive any) cty.Value {
	secret, _ := sensitive.([]any)
	items := make([]cty.Value, max(len(after), len(unknown)))
	for i := range items {
		items[i] = planned(at(after, i), at(unknown, i), at(secret, i))
	}
	return withSecrecy(cty.TupleVal(items), sensitive)
}

func at(list []any, i int) any {
	if i < len(list) {
		return list[i]
	}
	return nil
}

// holdsTrue reports whether a structure of booleans says true anywhere.
func holdsTrue(v any) bool {
	switch v := v.(type) {
	case bool:
		return v
	case []any:
		for _, item := range v {
			if holdsTrue(item) {
				return true
			}
		}
	case map[string]any:
		for _, item := range v {
			if holdsTrue(item) {
				return true
			}
		}
	}
	return false
}

func withSecrecy(v cty.Value, sensitive any) cty.Value {
	if sensitive == true {
		return v.Mark(Sensitive)
	}
	return v
}
