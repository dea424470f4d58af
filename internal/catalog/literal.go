package catalog

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/terraform"
)

// literal is the function of the same name: whether an argument that holds a
// secret holds it in clear. Of a document or a map one value is enough, but not
// one whose name says that it is none, such as that of a user. A placeholder is
// no secret, nor is what Terraform is told to leave as it finds it: somebody
// else writes the value.
func literal(c *Catalog) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{documentParam()},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(c.secrets.clear("", args[0], 0)), nil
		},
	})
}

// writtenOut reports whether a login password is written in the sources. Even a
// placeholder is one then: the login is made with it.
var writtenOut = function.New(&function.Spec{
	Params: []function.Parameter{documentParam()},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		text, complete, ok := terraform.Text(args[0])
		return cty.BoolVal(ok && complete && text != "" && !args[0].HasMark(leftAlone)), nil
	},
})

// deepest bounds how far into a document a secret is looked for.
const deepest = 16

// clear reports whether a value of a name is, or holds, a secret in clear.
func (w *secretWords) clear(name string, v cty.Value, depth int) bool {
	if v.HasMark(leftAlone) || depth > deepest {
		return false
	}
	if made := madeIn(v); made != nil {
		return w.without(made).clear(name, unmade(v), depth)
	}
	if v, _ = v.Unmark(); v.IsKnown() && !v.IsNull() && v.CanIterateElements() {
		for it := v.ElementIterator(); it.Next(); {
			key, item := it.Element()
			under := name
			if key.Type() == cty.String {
				under = key.AsString()
			}
			if w.clear(under, item, depth+1) {
				return true
			}
		}
		return false
	}
	text, complete, ok := terraform.Text(v)
	if !ok || w.plainNames.MatchString(name) {
		return false
	}
	var document any
	if err := json.Unmarshal([]byte(text), &document); err == nil {
		switch document.(type) {
		case map[string]any, []any:
			return w.clearIn(name, document, 0)
		}
	}
	return complete && w.literal(text)
}

// clearIn is clear for what a text holds as JSON.
func (w *secretWords) clearIn(name string, document any, depth int) bool {
	if depth > deepest {
		return false
	}
	switch d := document.(type) {
	case map[string]any:
		return slices.ContainsFunc(slices.Collect(maps.Keys(d)), func(k string) bool { return w.clearIn(k, d[k], depth+1) })
	case []any:
		return slices.ContainsFunc(d, func(item any) bool { return w.clearIn(name, item, depth+1) })
	case string:
		return !w.plainNames.MatchString(name) && w.literal(d)
	}
	return false
}
