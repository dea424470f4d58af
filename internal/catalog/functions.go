package catalog

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/go-cty-funcs/encoding"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"github.com/threatvet/threatvet/internal/catalog/policydoc"
	"github.com/threatvet/threatvet/internal/terraform"
)

// functions returns what the catalogue's expressions can call.
func functions(c *Catalog) map[string]function.Function {
	return map[string]function.Function{
		"abs": stdlib.AbsoluteFunc, "can": tryfunc.CanFunc, "coalesce": stdlib.CoalesceFunc,
		"compact": stdlib.CompactFunc, "concat": stdlib.ConcatFunc, "contains": stdlib.ContainsFunc,
		"distinct": stdlib.DistinctFunc, "element": stdlib.ElementFunc, "flatten": stdlib.FlattenFunc,
		"format": stdlib.FormatFunc, "formatlist": stdlib.FormatListFunc, "join": stdlib.JoinFunc,
		"jsonencode": stdlib.JSONEncodeFunc, "keys": stdlib.KeysFunc, "length": stdlib.LengthFunc,
		"lookup": stdlib.LookupFunc, "lower": stdlib.LowerFunc, "max": stdlib.MaxFunc,
		"merge": stdlib.MergeFunc, "min": stdlib.MinFunc, "range": stdlib.RangeFunc,
		"regex": stdlib.RegexFunc, "regexall": stdlib.RegexAllFunc, "replace": stdlib.ReplaceFunc,
		"reverse": stdlib.ReverseListFunc, "slice": stdlib.SliceFunc, "sort": stdlib.SortFunc,
		"split": stdlib.SplitFunc, "substr": stdlib.SubstrFunc, "title": stdlib.TitleFunc,
		"trim": stdlib.TrimFunc, "trimprefix": stdlib.TrimPrefixFunc, "trimspace": stdlib.TrimSpaceFunc,
		"trimsuffix": stdlib.TrimSuffixFunc, "try": tryfunc.TryFunc, "upper": stdlib.UpperFunc,
		"values": stdlib.ValuesFunc, "zipmap": stdlib.ZipmapFunc,
		"tolist":   stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)),
		"tomap":    stdlib.MakeToFunc(cty.Map(cty.DynamicPseudoType)),
		"tonumber": stdlib.MakeToFunc(cty.Number),
		"toset":    stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType)),
		"tostring": stdlib.MakeToFunc(cty.String),

		"alltrue":              overBools(false),
		"anytrue":              overBools(true),
		"allows_only_services": allowsOnlyServices,
		"allows_anyone":        allowsAnyone,
		"covering":             covering,
		"default":              defaultFunc,
		"denies_plain":         deniesPlain,
		"has":                  has,
		"has_secret":           hasSecret(c),
		"issuer_admits":        issuerAdmits,
		"issuer_shared":        issuerShared,
		"jsondecode":           jsonDecode,
		"literal":              literal(c),
		"matches":              matches,
		"one_of":               oneOf,
		"base64decode":         encoding.Base64DecodeFunc,
		"endswith":             within(strings.HasSuffix),
		"entries":              entries,
		"repository":           repository,
		"script":               script,
		"script_variables":     scriptVariables,
		"secret_settings":      secretSettings,
		"settings":             settings,
		"startswith":           within(strings.HasPrefix),
		"strcontains":          within(strings.Contains),
		"written_out":          writtenOut,
	}
}

// defaultFunc returns the value of the first argument that neither fails nor is
// null, or null.
var defaultFunc = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "values", Type: customdecode.ExpressionClosureType},
	// Not the type of the value: finding that out would evaluate every argument
	// twice, and nested calls exponentially often.
	Type: function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return firstGiven(args), nil
	},
})

func firstGiven(args []cty.Value) cty.Value {
	for _, arg := range args {
		v, diags := customdecode.ExpressionClosureFromVal(arg).Value()
		if !diags.HasErrors() && !isNull(v) {
			return v
		}
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

// overBools is alltrue (deciding is false) or anytrue (deciding is true). One
// deciding item settles it although others are not known; null items count as
// not deciding.
func overBools(deciding bool) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{
			Name: "list", Type: cty.DynamicPseudoType,
			AllowUnknown: true, AllowDynamicType: true, AllowNull: true, AllowMarked: true,
		}},
		Type: function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			list, _ := terraform.Plain(args[0]).UnmarkDeep()
			if !list.IsKnown() {
				return cty.UnknownVal(cty.Bool), nil
			}
			if list.IsNull() || !list.CanIterateElements() {
				return cty.BoolVal(!deciding), nil
			}
			unknown := false
			for it := list.ElementIterator(); it.Next(); {
				_, v := it.Element()
				b, err := convert.Convert(v, cty.Bool)
				if err != nil {
					return cty.NilVal, function.NewArgErrorf(0, "items must be true or false")
				}
				switch {
				case !b.IsKnown():
					unknown = true
				case !b.IsNull() && b.True() == deciding:
					return cty.BoolVal(deciding), nil
				}
			}
			if unknown {
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.BoolVal(!deciding), nil
		},
	})
}

// has reports whether a value is there at all. Unlike a comparison with null it
// does not care whether parts of the value are known.
var has = function.New(&function.Spec{
	Params: []function.Parameter{documentParam()},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		v, _ := args[0].Unmark()
		if !v.IsKnown() {
			return cty.UnknownVal(cty.Bool), nil
		}
		return cty.BoolVal(!v.IsNull()), nil
	},
})

// matches reports whether a text matches a regular expression; what is known in
// part is not known.
var matches = function.New(&function.Spec{
	Params: []function.Parameter{documentParam(), {Name: "pattern", Type: cty.String}},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if isNull(args[0]) {
			return cty.False, nil
		}
		re, err := regexp.Compile(args[1].AsString())
		if err != nil {
			return cty.NilVal, function.NewArgError(1, err)
		}
		text, complete, ok := terraform.Text(args[0])
		if !ok || !complete {
			return cty.UnknownVal(cty.Bool), nil
		}
		return cty.BoolVal(re.MatchString(text)), nil
	},
})

// oneOf reports whether a text is one of a list, in any letter case. One that is
// known in part is none of them where its beginning shows that.
var oneOf = function.New(&function.Spec{
	Params: []function.Parameter{documentParam(), {Name: "list", Type: cty.List(cty.String)}},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if isNull(args[0]) {
			return cty.False, nil
		}
		text, complete, ok := terraform.Text(args[0])
		if !ok {
			return cty.UnknownVal(cty.Bool), nil
		}
		text, _, _ = strings.Cut(strings.ToLower(text), strings.ToLower(terraform.Hole))
		for _, item := range texts(args[1]) {
			item = strings.ToLower(item)
			if complete && item == text {
				return cty.True, nil
			}
			if !complete && strings.HasPrefix(item, text) {
				return cty.UnknownVal(cty.Bool), nil
			}
		}
		return cty.False, nil
	},
})

func within(test func(s, part string) bool) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "str", Type: cty.String}, {Name: "part", Type: cty.String}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(test(args[0].AsString(), args[1].AsString())), nil
		},
	})
}

func documentParam() function.Parameter {
	return function.Parameter{
		Name: "document", Type: cty.DynamicPseudoType,
		AllowUnknown: true, AllowDynamicType: true, AllowNull: true, AllowMarked: true,
	}
}

// allowsAnyone reports whether a policy document lets everyone use one of the
// actions. Its third argument names the condition keys that restrict who
// everyone is.
var allowsAnyone = function.New(&function.Spec{
	Params: []function.Parameter{
		documentParam(),
		{Name: "actions", Type: cty.List(cty.String)},
		{Name: "restricting_keys", Type: cty.List(cty.String)},
	},
	Type: function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return onDocument(args[0], func(d *policydoc.Document) policydoc.Answer {
			return d.AllowsAnyone(texts(args[1]), texts(args[2]))
		}), nil
	},
})

// deniesPlain reports whether a policy document denies every request that comes
// without encryption.
var deniesPlain = function.New(&function.Spec{
	Params: []function.Parameter{documentParam()},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return onDocument(args[0], (*policydoc.Document).DeniesPlain), nil
	},
})

// allowsOnlyServices reports whether everyone whom a policy document lets in is
// a service of the cloud.
var allowsOnlyServices = function.New(&function.Spec{
	Params: []function.Parameter{documentParam()},
	Type:   function.StaticReturnType(cty.Bool),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return onDocument(args[0], (*policydoc.Document).AllowsOnlyServices), nil
	},
})

// onDocument asks a document: no document answers no, one that is not known or
// not readable answers unknown.
func onDocument(v cty.Value, ask func(*policydoc.Document) policydoc.Answer) cty.Value {
	if isNull(v) {
		return cty.False
	}
	text, _, ok := terraform.Text(v)
	if !ok {
		return cty.UnknownVal(cty.Bool)
	}
	doc, err := policydoc.Parse(text)
	if err != nil {
		return cty.UnknownVal(cty.Bool)
	}
	switch ask(doc) {
	case policydoc.Yes:
		return cty.True
	case policydoc.No:
		return cty.False
	}
	return cty.UnknownVal(cty.Bool)
}

func texts(v cty.Value) []string {
	var list []string
	for _, item := range v.AsValueSlice() {
		list = append(list, item.AsString())
	}
	return list
}

func hasFunction(c *Catalog, name string) bool {
	_, ok := c.functions[name]
	return ok
}

func functionNames(c *Catalog) []string { return slices.Sorted(maps.Keys(c.functions)) }
