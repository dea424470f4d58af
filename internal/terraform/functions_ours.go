package terraform

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/hashicorp/go-cty-funcs/cidr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	"golang.org/x/text/encoding/ianaindex"
)

// ours are the functions of Terraform that no library offers.
func ours() map[string]function.Function {
	return map[string]function.Function{
		"alltrue":          quantifier(true),
		"anytrue":          quantifier(false),
		"startswith":       stringTest(strings.HasPrefix),
		"endswith":         stringTest(strings.HasSuffix),
		"strcontains":      stringTest(strings.Contains),
		"sum":              sum,
		"one":              one,
		"matchkeys":        matchkeys,
		"transpose":        transpose,
		"textencodebase64": text2("encoding", encodeText),
		"textdecodebase64": text2("encoding", decodeText),
		"base64encode":     text1(encoded),
		"base64gzip":       text1(gzipped),
		"base64decode":     text1(decoded),
		"cidrnetmask":      text1(netmask),
		"base64sha256": text1(func(s string) (string, error) {
			b := sha256.Sum256([]byte(s))
			return base64.StdEncoding.EncodeToString(b[:]), nil
		}),
		"base64sha512": text1(func(s string) (string, error) {
			b := sha512.Sum512([]byte(s))
			return base64.StdEncoding.EncodeToString(b[:]), nil
		}),
		"sensitive":       marked(func(v cty.Value) cty.Value { return v.Mark(Sensitive) }),
		"nonsensitive":    marked(func(v cty.Value) cty.Value { return without(v, Sensitive) }),
		"issensitive":     isSensitive,
		"ephemeralasnull": marked(ephemeralAsNull),
		"timestamp":       unknownString(function.New(&function.Spec{Type: function.StaticReturnType(cty.String), Impl: nothing})),
		"plantimestamp":   unknownString(function.New(&function.Spec{Type: function.StaticReturnType(cty.String), Impl: nothing})),
		"timecmp":         timecmp,
		"contains":        contains,
		"signum":          signum,
	}
}

func nothing([]cty.Value, cty.Type) (cty.Value, error) { return cty.UnknownVal(cty.String), nil }

func text1(f func(string) (string, error)) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "str", Type: cty.String}},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			s, err := f(args[0].AsString())
			return cty.StringVal(s), err
		},
	})
}

func text2(second string, f func(a, b string) (string, error)) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "str", Type: cty.String}, {Name: second, Type: cty.String}},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			s, err := f(args[0].AsString(), args[1].AsString())
			return cty.StringVal(s), err
		},
	})
}

func stringTest(f func(s, part string) bool) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "str", Type: cty.String}, {Name: "part", Type: cty.String}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(f(args[0].AsString(), args[1].AsString())), nil
		},
	})
}

// encoded encodes the parts between Holes each by itself, so that what is known of
// a text stays known.
func encoded(s string) (string, error) {
	parts := strings.Split(s, Hole)
	for i, part := range parts {
		parts[i] = base64.StdEncoding.EncodeToString([]byte(part))
	}
	return strings.Join(parts, Hole), nil
}

// quantifier is alltrue (all) or anytrue.
func quantifier(all bool) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "list", Type: cty.List(cty.Bool)}},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			unknown := false
			for _, v := range args[0].AsValueSlice() {
				switch {
				case !v.IsKnown():
					unknown = true
				case all && (v.IsNull() || v.False()):
					return cty.False, nil
				case !all && !v.IsNull() && v.True():
					return cty.True, nil
				}
			}
			if unknown {
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.BoolVal(all), nil
		},
	})
}

func gzipped(s string) (string, error) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		return "", err
	}
	if err := w.Flush(); err != nil { // Terraform flushes first, and the bytes show it
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return base64.StdEncoding.EncodeToString(b.Bytes()), nil
}

func decoded(s string) (string, error) {
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return "", fmt.Errorf("failed to decode base64 data: %w", err)
	}
	if !utf8.Valid(b) {
		return "", errors.New("the result of decoding the string is not valid UTF-8; keep it encoded, or use textdecodebase64")
	}
	return string(b), nil
}

// netmask is defined for IPv4 only, as in Terraform.
func netmask(prefix string) (string, error) {
	mask, err := cidr.Netmask(cty.StringVal(prefix))
	if err != nil {
		return "", err
	}
	if strings.Contains(mask.AsString(), ":") {
		return "", errors.New("IPv6 addresses cannot have a netmask")
	}
	return mask.AsString(), nil
}

func encodeText(s, name string) (string, error) {
	enc, err := ianaindex.IANA.Encoding(name)
	if err != nil || enc == nil {
		return "", fmt.Errorf("%q is not a supported IANA encoding name or alias", name)
	}
	out, err := enc.NewEncoder().String(s)
	return base64.StdEncoding.EncodeToString([]byte(out)), err
}

func decodeText(s, name string) (string, error) {
	enc, err := ianaindex.IANA.Encoding(name)
	if err != nil || enc == nil {
		return "", fmt.Errorf("%q is not a supported IANA encoding name or alias", name)
	}
	raw, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		return "", err
	}
	text, err := enc.NewDecoder().String(string(raw))
	if err == nil && strings.ContainsRune(text, utf8.RuneError) {
		return "", fmt.Errorf("the string holds bytes that are nothing in %s", name)
	}
	return text, err
}

// signum takes whole numbers that fit 64 bits.
var signum = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "num", Type: cty.Number}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if _, accuracy := args[0].AsBigFloat().Int64(); accuracy != big.Exact {
			return cty.DynamicVal, function.NewArgErrorf(0, "value must be a whole number of at most 64 bits")
		}
		return stdlib.Signum(args[0])
	},
})

var timecmp = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "timestamp_a", Type: cty.String}, {Name: "timestamp_b", Type: cty.String}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		a, err := time.Parse(time.RFC3339, args[0].AsString())
		if err != nil {
			return cty.DynamicVal, err
		}
		b, err := time.Parse(time.RFC3339, args[1].AsString())
		if err != nil {
			return cty.DynamicVal, err
		}
		return cty.NumberIntVal(int64(a.Compare(b))), nil
	},
})

var sum = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if !args[0].CanIterateElements() || args[0].LengthInt() == 0 {
			return cty.DynamicVal, errors.New("cannot sum an empty list")
		}
		total := cty.Zero
		for _, v := range args[0].Elements() {
			if v.IsNull() {
				return cty.DynamicVal, errors.New("argument must be list, set, or tuple of number values")
			}
			n, err := convert.Convert(v, cty.Number)
			if err != nil {
				return cty.DynamicVal, err
			}
			total = total.Add(n)
		}
		return total, nil
	},
})

var one = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType}},
	Type: func(args []cty.Value) (cty.Type, error) {
		t := args[0].Type()
		switch {
		case t.IsListType() || t.IsSetType():
			return t.ElementType(), nil
		case t.IsTupleType() && len(t.TupleElementTypes()) == 0:
			return cty.DynamicPseudoType, nil
		case t.IsTupleType() && len(t.TupleElementTypes()) == 1:
			return t.TupleElementType(0), nil
		}
		return cty.DynamicPseudoType, function.NewArgErrorf(0, "must be a list, set, or tuple value with either zero or one elements")
	},
	Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
		switch args[0].LengthInt() {
		case 0:
			return cty.NullVal(want), nil
		case 1:
			return args[0].AsValueSlice()[0], nil
		}
		return cty.DynamicVal, function.NewArgErrorf(0, "must be a list, set, or tuple value with either zero or one elements")
	},
})

var matchkeys = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "values", Type: cty.List(cty.DynamicPseudoType)}, {Name: "keys", Type: cty.List(cty.DynamicPseudoType)},
		{Name: "searchset", Type: cty.List(cty.DynamicPseudoType)},
	},
	Type: func(args []cty.Value) (cty.Type, error) { return args[0].Type(), nil },
	Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
		if args[0].LengthInt() != args[1].LengthInt() {
			return cty.DynamicVal, errors.New("length of keys and values should be equal")
		}
		var out []cty.Value
		wanted := args[2].AsValueSlice()
		values := args[0].AsValueSlice()
		for i, k := range args[1].AsValueSlice() {
			for _, w := range wanted {
				if eq := k.Equals(w); eq.IsKnown() && eq.True() {
					out = append(out, values[i])
					break
				}
			}
		}
		if len(out) == 0 {
			return cty.ListValEmpty(want.ElementType()), nil
		}
		return cty.ListVal(out), nil
	},
})

var transpose = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "values", Type: cty.Map(cty.List(cty.String))}},
	Type:   function.StaticReturnType(cty.Map(cty.List(cty.String))),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		groups := map[string][]cty.Value{}
		for k, list := range args[0].Elements() {
			if list.IsNull() {
				return cty.DynamicVal, function.NewArgErrorf(0, "the list of %q is null", k)
			}
			if !list.IsKnown() {
				return cty.UnknownVal(cty.Map(cty.List(cty.String))), nil
			}
			for _, v := range list.AsValueSlice() {
				if v.IsNull() {
					return cty.DynamicVal, function.NewArgErrorf(0, "the list of %q holds null", k)
				}
				if !v.IsKnown() {
					return cty.UnknownVal(cty.Map(cty.List(cty.String))), nil
				}
				groups[v.AsString()] = append(groups[v.AsString()], k)
			}
		}
		if len(groups) == 0 {
			return cty.MapValEmpty(cty.List(cty.String)), nil
		}
		out := map[string]cty.Value{}
		for k, list := range groups {
			out[k] = cty.ListVal(list)
		}
		return cty.MapVal(out), nil
	},
})

// contains takes no null to look for.
var contains = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType}, {Name: "value", Type: cty.DynamicPseudoType}},
	Type:   function.StaticReturnType(cty.Bool),
	Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return stdlib.Contains(args[0], args[1]) },
})

// length counts the characters of a text too.
var length = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "value", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowDynamicType: true}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		switch t := args[0].Type(); {
		case t == cty.DynamicPseudoType:
			return cty.UnknownVal(cty.Number), nil
		case t == cty.String:
			return stdlib.Strlen(args[0])
		case t.IsTupleType():
			return cty.NumberIntVal(int64(t.Length())), nil
		case t.IsObjectType():
			return cty.NumberIntVal(int64(len(t.AttributeTypes()))), nil
		}
		return args[0].Length(), nil
	},
})

// lookup takes its default as optional.
var lookup = function.New(&function.Spec{
	Params:   []function.Parameter{{Name: "inputMap", Type: cty.DynamicPseudoType}, {Name: "key", Type: cty.String}},
	VarParam: &function.Parameter{Name: "default", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowNull: true, AllowDynamicType: true},
	Type: func(args []cty.Value) (cty.Type, error) {
		t := args[0].Type()
		switch {
		case t.IsMapType() && len(args) > 2:
			if _, err := convert.Convert(args[2], t.ElementType()); err != nil {
				return cty.DynamicPseudoType, function.NewArgErrorf(2, "the default value must have the same type as the map elements")
			}
			return t.ElementType(), nil
		case t.IsMapType() || t.IsObjectType() || t == cty.DynamicPseudoType:
			return cty.DynamicPseudoType, nil
		}
		return cty.DynamicPseudoType, function.NewArgErrorf(0, "lookup() requires a map as the first argument")
	},
	Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
		key := args[1].AsString()
		switch t := args[0].Type(); {
		case t.IsObjectType() && t.HasAttribute(key):
			return args[0].GetAttr(key), nil
		case t.IsMapType() && args[0].HasIndex(args[1]).True():
			return args[0].Index(args[1]), nil
		}
		if len(args) > 2 {
			return convert.Convert(args[2], want)
		}
		return cty.DynamicVal, fmt.Errorf("the given object has no attribute %q", key)
	},
})

var coalesce = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "vals", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowDynamicType: true, AllowNull: true},
	Type: func(args []cty.Value) (cty.Type, error) {
		types := make([]cty.Type, len(args))
		for i, a := range args {
			types[i] = a.Type()
		}
		t, _ := convert.UnifyUnsafe(types)
		if t == cty.NilType {
			return cty.DynamicPseudoType, errors.New("all arguments must have the same type")
		}
		return t, nil
	},
	Impl: func(args []cty.Value, want cty.Type) (cty.Value, error) {
		for _, a := range args {
			v, err := convert.Convert(a, want)
			if err != nil {
				return cty.DynamicVal, err
			}
			if !v.IsKnown() {
				return cty.UnknownVal(want), nil
			}
			if v.IsNull() || want == cty.String && v.AsString() == "" {
				continue
			}
			return v, nil
		}
		return cty.DynamicVal, errors.New("no non-null, non-empty-string arguments")
	},
})

var indexOf = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType}, {Name: "value", Type: cty.DynamicPseudoType}},
	Type:   function.StaticReturnType(cty.Number),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if !args[0].CanIterateElements() {
			return cty.DynamicVal, errors.New("argument must be a list or tuple")
		}
		for i, v := range args[0].AsValueSlice() {
			eq, err := stdlib.Equal(v, args[1])
			if err != nil {
				return cty.DynamicVal, err
			}
			if !eq.IsKnown() {
				return cty.UnknownVal(cty.Number), nil
			}
			if eq.True() {
				return cty.NumberIntVal(int64(i)), nil
			}
		}
		return cty.DynamicVal, errors.New("item not found")
	},
})

// replace takes a pattern between slashes as a regular expression.
var replace = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "str", Type: cty.String}, {Name: "substr", Type: cty.String}, {Name: "replace", Type: cty.String}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		s, old, to := args[0].AsString(), args[1].AsString(), args[2].AsString()
		if len(old) > 1 && strings.HasPrefix(old, "/") && strings.HasSuffix(old, "/") {
			if len(s) > maxSearched {
				return cty.DynamicVal, function.NewArgErrorf(0, "a regular expression is looked for in at most 256 KiB of text")
			}
			re, err := regexp.Compile(old[1 : len(old)-1])
			if err != nil {
				return cty.DynamicVal, err
			}
			return cty.StringVal(re.ReplaceAllString(s, to)), nil
		}
		return cty.StringVal(strings.ReplaceAll(s, old, to)), nil
	},
})
