package library

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// localsBlock holds lists that several packages of a file share, as local.name.
type localsBlock struct {
	Body hcl.Body `hcl:",remain"`
}

// shared evaluates the locals of a file, which are constant.
func shared(blocks []localsBlock) (*hcl.EvalContext, hcl.Diagnostics) {
	values := map[string]cty.Value{}
	var diags hcl.Diagnostics
	for _, b := range blocks {
		attrs, more := b.Body.JustAttributes()
		diags = append(diags, more...)
		for _, name := range slices.Sorted(maps.Keys(attrs)) {
			v, more := attrs[name].Expr.Value(nil)
			diags = append(diags, more...)
			values[name] = v
		}
	}
	return &hcl.EvalContext{Variables: map[string]cty.Value{"local": cty.ObjectVal(values)}}, diags
}
