package catalog

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/catalog/policydoc"
	"github.com/threatvet/threatvet/internal/terraform"
)

// jsonDecode decodes JSON of which parts may be unknown: those become unknown
// strings, the rest stays usable.
var jsonDecode = function.New(&function.Spec{
	Params: []function.Parameter{documentParam()},
	Type:   function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if isNull(args[0]) {
			return cty.NullVal(cty.DynamicPseudoType), nil
		}
		text, _, ok := terraform.Text(args[0])
		if !ok || text == terraform.Hole {
			return cty.DynamicVal, nil
		}
		var v any
		dec := json.NewDecoder(strings.NewReader(policydoc.QuoteHoles(text)))
		dec.UseNumber()
		if err := dec.Decode(&v); err != nil {
			return cty.NilVal, function.NewArgErrorf(0, "not JSON: %s", err)
		}
		if args[0].HasMark(terraform.Sensitive) {
			return fromJSON(v).Mark(terraform.Sensitive), nil
		}
		return fromJSON(v), nil
	},
})

func fromJSON(v any) cty.Value {
	switch v := v.(type) {
	case nil:
		return cty.NullVal(cty.DynamicPseudoType)
	case bool:
		return cty.BoolVal(v)
	case json.Number:
		n, err := cty.ParseNumberVal(v.String())
		if err != nil {
			return cty.DynamicVal
		}
		return n
	case string:
		if v == terraform.Hole {
			return cty.UnknownVal(cty.String)
		}
		if strings.Contains(v, terraform.Hole) {
			return terraform.Partial(v)
		}
		return cty.StringVal(v)
	case []any:
		items := make([]cty.Value, len(v))
		for i, item := range v {
			items[i] = fromJSON(item)
		}
		return cty.TupleVal(items)
	case map[string]any:
		attrs := make(map[string]cty.Value, len(v))
		for k, item := range v {
			attrs[k] = fromJSON(item)
		}
		return cty.ObjectVal(attrs)
	}
	panic(fmt.Sprintf("unexpected %T from encoding/json", v))
}
