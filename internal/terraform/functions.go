package terraform

import (
	"io/fs"
	"maps"

	"github.com/hashicorp/go-cty-funcs/cidr"
	"github.com/hashicorp/go-cty-funcs/crypto"
	"github.com/hashicorp/go-cty-funcs/encoding"
	"github.com/hashicorp/go-cty-funcs/filesystem"
	"github.com/hashicorp/go-cty-funcs/uuid"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	ctyyaml "github.com/zclconf/go-cty-yaml"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// functions returns every function of Terraform 1.11, under its name and under
// core::, and those of its own provider. Files are read from fsys only, relative to the root module in dir.
func functions(fsys fs.FS, dir string) map[string]function.Function {
	f := map[string]function.Function{}
	maps.Copy(f, standard())
	maps.Copy(f, ours())
	maps.Copy(f, files(fsys, dir, f))
	for name, fn := range maps.Clone(f) {
		f["core::"+name] = fn
	}
	maps.Copy(f, builtinFunctions())
	return f
}

func standard() map[string]function.Function {
	return map[string]function.Function{
		"abs":      stdlib.AbsoluteFunc,
		"basename": filesystem.BasenameFunc, "bcrypt": unknownString(crypto.BcryptFunc), "can": tryfunc.CanFunc, "ceil": stdlib.CeilFunc,
		"chomp": stdlib.ChompFunc, "chunklist": stdlib.ChunklistFunc, "cidrhost": cidr.HostFunc,
		"cidrsubnet": cidr.SubnetFunc, "cidrsubnets": cidr.SubnetsFunc, "coalesce": coalesce, "coalescelist": stdlib.CoalesceListFunc,
		"compact": stdlib.CompactFunc, "concat": stdlib.ConcatFunc, "csvdecode": stdlib.CSVDecodeFunc,
		"dirname": filesystem.DirnameFunc, "distinct": stdlib.DistinctFunc, "element": stdlib.ElementFunc, "flatten": stdlib.FlattenFunc,
		"floor": stdlib.FloorFunc, "format": guarded(stdlib.FormatFunc, wide), "formatdate": stdlib.FormatDateFunc, "formatlist": guarded(stdlib.FormatListFunc, wide),
		"indent": guarded(stdlib.IndentFunc, indented), "index": indexOf, "join": stdlib.JoinFunc, "jsondecode": guarded(stdlib.JSONDecodeFunc, nestedText), "jsonencode": stdlib.JSONEncodeFunc,
		"keys": stdlib.KeysFunc, "length": length, "log": stdlib.LogFunc, "lookup": lookup, "lower": stdlib.LowerFunc,
		"max": stdlib.MaxFunc, "md5": crypto.Md5Func, "merge": stdlib.MergeFunc, "min": stdlib.MinFunc, "parseint": stdlib.ParseIntFunc,
		"pow": stdlib.PowFunc, "range": stdlib.RangeFunc, "regex": guarded(stdlib.RegexFunc, searched(1)), "regexall": guarded(stdlib.RegexAllFunc, searched(1)), "replace": replace,
		"reverse": stdlib.ReverseListFunc, "rsadecrypt": crypto.RsaDecryptFunc, "setintersection": stdlib.SetIntersectionFunc,
		"setproduct": guarded(stdlib.SetProductFunc, multiplied), "setsubtract": stdlib.SetSubtractFunc, "setunion": stdlib.SetUnionFunc,
		"sha1": crypto.Sha1Func, "sha256": crypto.Sha256Func, "sha512": crypto.Sha512Func,
		"slice": stdlib.SliceFunc, "sort": stdlib.SortFunc, "split": stdlib.SplitFunc, "strrev": stdlib.ReverseFunc, "substr": stdlib.SubstrFunc,
		"timeadd": stdlib.TimeAddFunc, "title": stdlib.TitleFunc, "tobool": stdlib.MakeToFunc(cty.Bool),
		"tolist": stdlib.MakeToFunc(cty.List(cty.DynamicPseudoType)), "tomap": stdlib.MakeToFunc(cty.Map(cty.DynamicPseudoType)),
		"tonumber": stdlib.MakeToFunc(cty.Number), "toset": stdlib.MakeToFunc(cty.Set(cty.DynamicPseudoType)), "tostring": stdlib.MakeToFunc(cty.String),
		"trim": stdlib.TrimFunc, "trimprefix": stdlib.TrimPrefixFunc, "trimspace": stdlib.TrimSpaceFunc, "trimsuffix": stdlib.TrimSuffixFunc,
		"try": tryfunc.TryFunc, "upper": stdlib.UpperFunc, "urlencode": encoding.URLEncodeFunc, "uuid": unknownString(uuid.V4Func),
		"uuidv5": uuid.V5Func, "values": stdlib.ValuesFunc, "yamldecode": guarded(ctyyaml.YAMLDecodeFunc, repeatedText), "yamlencode": ctyyaml.YAMLEncodeFunc,
		"zipmap": stdlib.ZipmapFunc,
	}
}

// unknownString stands for a function whose result differs from run to run.
func unknownString(like function.Function) function.Function {
	return function.New(&function.Spec{
		Params:   like.Params(),
		VarParam: like.VarParam(),
		Type:     function.StaticReturnType(cty.String),
		Impl:     func([]cty.Value, cty.Type) (cty.Value, error) { return cty.UnknownVal(cty.String), nil },
	})
}
