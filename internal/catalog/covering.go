package catalog

import (
	"net/netip"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// covering is the smallest range in CIDR notation that holds all addresses from
// the first to the last, as a list of one.
var covering = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "first", Type: cty.String}, {Name: "last", Type: cty.String}},
	Type:   function.StaticReturnType(cty.List(cty.String)),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		first, err := netip.ParseAddr(args[0].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgError(0, err)
		}
		last, err := netip.ParseAddr(args[1].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgError(1, err)
		}
		bits := first.BitLen()
		for ; bits > 0; bits-- {
			if p, err := first.Prefix(bits); err == nil && p.Contains(last) {
				break
			}
		}
		p, err := first.Prefix(bits)
		if err != nil {
			return cty.NilVal, function.NewArgError(0, err)
		}
		return cty.ListVal([]cty.Value{cty.StringVal(p.String())}), nil
	},
})
