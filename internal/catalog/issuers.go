package catalog

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/issuer"
)

// issuerShared tells whether the issuer at an address vouches for whoever signs
// up there; null where the issuer is not known.
var issuerShared = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "address", Type: cty.String, AllowNull: true}},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if i := issuerAt(args[0]); i != nil {
			return cty.BoolVal(i.Everyone), nil
		}
		return cty.NullVal(cty.Bool), nil
	},
})

// issuerAdmits says which runs a subject lets in; null where the issuer is not
// known, or no subject is given.
var issuerAdmits = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "address", Type: cty.String, AllowNull: true}, {Name: "subject", Type: cty.String, AllowNull: true}, {Name: "pattern", Type: cty.Bool},
	},
	Type: function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if i := issuerAt(args[0]); i != nil && !args[1].IsNull() {
			return cty.StringVal(string(i.Admits(args[1].AsString(), args[2].True()))), nil
		}
		return cty.NullVal(cty.String), nil
	},
})

func issuerAt(address cty.Value) *issuer.Issuer {
	if address.IsNull() {
		return nil
	}
	return issuer.Find(address.AsString())
}
