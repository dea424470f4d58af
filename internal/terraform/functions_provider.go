package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// builtinFunctions are those of Terraform's own provider.
// https://developer.hashicorp.com/terraform/language/functions/terraform-encode_tfvars
func builtinFunctions() map[string]function.Function {
	value := function.Parameter{Name: "value", Type: cty.DynamicPseudoType}
	return map[string]function.Function{
		"provider::terraform::encode_expr":   function.New(&function.Spec{Params: []function.Parameter{value}, Type: function.StaticReturnType(cty.String), Impl: encodeExpression}),
		"provider::terraform::encode_tfvars": function.New(&function.Spec{Params: []function.Parameter{value}, Type: function.StaticReturnType(cty.String), Impl: encodeVariables}),
		"provider::terraform::decode_tfvars": function.New(&function.Spec{
			Params: []function.Parameter{{Name: "src", Type: cty.String}},
			Type: func(args []cty.Value) (cty.Type, error) {
				v, err := decodeVariables(args)
				return v.Type(), err
			},
			Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return decodeVariables(args) },
		}),
	}
}

func encodeExpression(args []cty.Value, _ cty.Type) (cty.Value, error) {
	if !args[0].IsWhollyKnown() {
		return cty.UnknownVal(cty.String), nil
	}
	return cty.StringVal(string(hclwrite.TokensForValue(args[0]).Bytes())), nil
}

func encodeVariables(args []cty.Value, _ cty.Type) (cty.Value, error) {
	v := args[0]
	switch {
	case !v.Type().IsObjectType() && !v.Type().IsMapType():
		return cty.DynamicVal, function.NewArgErrorf(0, "invalid value to encode: must be an object whose attribute names will become the encoded variable names")
	case !v.IsWhollyKnown():
		return cty.UnknownVal(cty.String), nil
	}
	file, values := hclwrite.NewEmptyFile(), v.AsValueMap()
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if !hclsyntax.ValidIdentifier(name) {
			return cty.DynamicVal, function.NewArgErrorf(0, "invalid variable name %q: must be a valid identifier, per Terraform's rules for input variable declarations", name)
		}
		file.Body().SetAttributeValue(name, values[name])
	}
	return cty.StringVal(string(file.Bytes())), nil
}

func decodeVariables(args []cty.Value) (cty.Value, error) {
	if !args[0].IsKnown() {
		return cty.DynamicVal, nil
	}
	file, diags := parseHCL([]byte(args[0].AsString()), "<decode_tfvars argument>")
	if diags.HasErrors() {
		return cty.DynamicVal, function.NewArgErrorf(0, "invalid tfvars syntax: %s", diags.Error())
	}
	attrs, diags := file.Body.JustAttributes()
	if diags.HasErrors() {
		return cty.DynamicVal, function.NewArgErrorf(0, "invalid tfvars content: %s", diags.Error())
	}
	values, err := constants(attrs)
	return cty.ObjectVal(values), err
}

func constants(attrs hcl.Attributes) (map[string]cty.Value, error) {
	values := map[string]cty.Value{}
	for _, name := range slices.Sorted(maps.Keys(attrs)) {
		v, diags := attrs[name].Expr.Value(nil)
		if diags.HasErrors() {
			return nil, function.NewArgErrorf(0, "invalid expression for variable %q: %s", name, diags.Error())
		}
		values[name] = v
	}
	return values, nil
}
