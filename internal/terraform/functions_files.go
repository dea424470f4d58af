package terraform

import (
	"crypto/md5"  //nolint:gosec // Terraform has the function
	"crypto/sha1" //nolint:gosec // Terraform has the function
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// files are the functions that read files. Paths are relative to the root
// module, as path.module gives them; nothing outside fsys can be read.
func files(fsys fs.FS, dir string, others map[string]function.Function) map[string]function.Function {
	read := func(name string) ([]byte, error) {
		full, err := place(dir, name)
		if err != nil {
			return nil, err
		}
		return readFile(fsys, full)
	}
	hashed := func(h func() hash.Hash, encode func([]byte) string) function.Function {
		return fileFunc(read, func(b []byte) string {
			sum := h()
			sum.Write(b)
			return encode(sum.Sum(nil))
		})
	}
	b64 := base64.StdEncoding.EncodeToString
	return map[string]function.Function{
		"file":             fileFunc(read, func(b []byte) string { return string(b) }),
		"filebase64":       fileFunc(read, b64),
		"filemd5":          hashed(md5.New, hex.EncodeToString),
		"filesha1":         hashed(sha1.New, hex.EncodeToString),
		"filesha256":       hashed(sha256.New, hex.EncodeToString),
		"filesha512":       hashed(sha512.New, hex.EncodeToString),
		"filebase64sha256": hashed(sha256.New, b64),
		"filebase64sha512": hashed(sha512.New, b64),
		"fileexists":       fileExists(fsys, dir),
		"fileset":          fileSet(fsys, dir),
		"abspath":          unknownString(function.New(&function.Spec{Params: oneText, Type: function.StaticReturnType(cty.String), Impl: nothing})),
		"pathexpand":       text1(func(s string) (string, error) { return s, nil }),
		"templatefile":     templateFunc(others, func(name string) (string, error) { b, err := read(name); return string(b), err }),
		"templatestring":   templateFunc(others, func(text string) (string, error) { return text, nil }),
	}
}

var oneText = []function.Parameter{{Name: "path", Type: cty.String}}

// place turns a path of the configuration into one of the scan.
func place(dir, name string) (string, error) {
	if path.IsAbs(name) || strings.HasPrefix(name, "~") {
		return "", fmt.Errorf("%s lies outside the scanned directory and is not read", name)
	}
	full := path.Join(dir, name)
	if !fs.ValidPath(full) {
		return "", fmt.Errorf("%s lies outside the scanned directory and is not read", name)
	}
	return full, nil
}

// fileFunc gives unknown for a file that is not there: it may be made before
// Terraform runs.
func fileFunc(read func(string) ([]byte, error), encode func([]byte) string) function.Function {
	return function.New(&function.Spec{
		Params: oneText,
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			b, err := read(args[0].AsString())
			if err != nil {
				return cty.UnknownVal(cty.String), nil //nolint:nilerr // unknown is the answer
			}
			return cty.StringVal(encode(b)), nil
		},
	})
}

func fileExists(fsys fs.FS, dir string) function.Function {
	return function.New(&function.Spec{
		Params: oneText,
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			full, err := place(dir, args[0].AsString())
			if err != nil {
				return cty.UnknownVal(cty.Bool), nil //nolint:nilerr // unknown is the answer
			}
			info, err := fs.Stat(fsys, full)
			if err != nil {
				return cty.False, nil //nolint:nilerr // it is not there
			}
			if info.IsDir() {
				return cty.DynamicVal, function.NewArgErrorf(0, "%q is a directory, not a file", args[0].AsString())
			}
			return cty.BoolVal(info.Mode().IsRegular()), nil
		},
	})
}

func fileSet(fsys fs.FS, dir string) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "path", Type: cty.String}, {Name: "pattern", Type: cty.String}},
		Type:   function.StaticReturnType(cty.Set(cty.String)),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			full, err := place(dir, args[0].AsString())
			if err != nil {
				return cty.UnknownVal(cty.Set(cty.String)), nil //nolint:nilerr // unknown is the answer
			}
			sub, err := fs.Sub(fsys, full)
			if err != nil {
				return cty.DynamicVal, err
			}
			names, err := doublestar.Glob(sub, args[1].AsString(), doublestar.WithFilesOnly())
			if err != nil {
				return cty.DynamicVal, err
			}
			if len(names) == 0 {
				return cty.SetValEmpty(cty.String), nil
			}
			var out []cty.Value
			for _, n := range names {
				out = append(out, cty.StringVal(n))
			}
			return cty.SetVal(out), nil
		},
	})
}

// templateFunc renders a template with the given variables. A template may not
// render another.
func templateFunc(others map[string]function.Function, read func(string) (string, error)) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{Name: "template", Type: cty.String}, {Name: "vars", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowDynamicType: true, AllowMarked: true}},
		Type:   function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			text, err := read(args[0].AsString())
			if err != nil {
				return cty.UnknownVal(cty.String), nil //nolint:nilerr // unknown is the answer
			}
			vars, marks := args[1].Unmark()
			if !vars.IsKnown() {
				return cty.UnknownVal(cty.String), nil
			}
			if vars.IsNull() || !(vars.Type().IsObjectType() || vars.Type().IsMapType()) {
				return cty.DynamicVal, function.NewArgErrorf(1, "invalid vars value: must be a map")
			}
			expr, diags := hclsyntax.ParseTemplate([]byte(text), args[0].AsString(), hcl.InitialPos)
			if diags.HasErrors() {
				return cty.DynamicVal, diags
			}
			if err := declared(expr, vars); err != nil {
				return cty.DynamicVal, err
			}
			out, diags := expr.Value(&hcl.EvalContext{Variables: vars.AsValueMap(), Functions: others})
			if diags.HasErrors() {
				return cty.DynamicVal, diags
			}
			if bare, m := out.Unmark(); bare.IsKnown() && bare.Type() != cty.String {
				return stringified(bare).WithMarks(m, marks), nil
			}
			return out.WithMarks(marks), nil
		},
	})
}

// declared refuses a template that names a variable which it is not given,
// even where try would catch it, and names that no template can use.
func declared(expr hcl.Expression, vars cty.Value) error {
	given := vars.AsValueMap()
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if !hclsyntax.ValidIdentifier(name) {
			return function.NewArgErrorf(1, "invalid template variable name %q: must start with a letter, followed by zero or more letters, digits, and underscores", name)
		}
	}
	for _, t := range expr.Variables() {
		if _, ok := given[t.RootName()]; !ok {
			return function.NewArgErrorf(1, "vars map does not contain key %q, referenced at %s", t.RootName(), t.SourceRange())
		}
	}
	return nil
}

func stringified(v cty.Value) cty.Value {
	switch v.Type() {
	case cty.Number:
		return cty.StringVal(v.AsBigFloat().Text('f', -1))
	case cty.Bool:
		return cty.StringVal(fmt.Sprint(v.True()))
	}
	return cty.UnknownVal(cty.String)
}
