package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/model"
)

// builtins are the functions that policies may call: what computes a result
// from its arguments alone, in time and space that they bound. Nothing reaches
// the network, the clock, the environment or chance. sprintf is not here, since
// a width in its format can ask for any amount of memory; a policy gives values
// and the threat's description has the words.
var builtins = []string{
	"eq", "equal", "neq", "lt", "lte", "gt", "gte", "assign",
	"plus", "minus", "mul", "div", "rem", "abs", "ceil", "floor", "round",
	"count", "sum", "max", "min", "sort", "all", "any",
	"internal.member_2", "internal.member_3",
	"and", "or", "intersection", "union",
	"array.concat", "array.reverse", "array.slice",
	"object.filter", "object.get", "object.keys", "object.remove", "object.subset", "object.union",
	"concat", "contains", "endswith", "format_int", "indexof", "lower", "replace", "split", "startswith",
	"strings.any_prefix_match", "strings.any_suffix_match", "strings.count",
	"substring", "trim", "trim_left", "trim_prefix", "trim_right", "trim_space", "trim_suffix", "upper",
	"glob.match", "regex.match", "to_number",
	"graph.reachable",
	"is_array", "is_boolean", "is_null", "is_number", "is_object", "is_set", "is_string", "type_name",
}

// capabilities are those of OPA without the functions that are not listed.
func capabilities() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.Builtins = slices.DeleteFunc(slices.Clone(c.Builtins), func(b *ast.Builtin) bool { return !slices.Contains(builtins, b.Name) })
	c.AllowNet = []string{}
	return c
}

func newCompiler() *ast.Compiler {
	return ast.NewCompiler().
		WithCapabilities(capabilities()).
		WithStrict(true).
		SetErrorLimit(0)
}

// checking is a compiler that holds what policies say of the input against its
// schema, which takes about as long as all else.
func checking() *ast.Compiler {
	schemas := ast.NewSchemaSet()
	schemas.Put(ast.SchemaRootRef, inputSchema())
	return newCompiler().WithSchemas(schemas)
}

// compile compiles all sources together. The built-in ones have been held
// against the schema by a test, so a scan without policies of the user's does
// not do it again.
func compile(sources []*source) (*ast.Compiler, []*source, []*model.Gap) {
	if slices.ContainsFunc(sources, (*source).isUsers) {
		return compileWith(checking, sources)
	}
	return compileWith(newCompiler, sources)
}

func (s *source) isUsers() bool { return strings.HasPrefix(s.file, usersIn) }

// compileWith compiles all sources together. One bad file would fail all, so the
// files with errors are taken out, each a gap, and the rest compiled again.
func compileWith(compiler func() *ast.Compiler, sources []*source) (*ast.Compiler, []*source, []*model.Gap) {
	sources = usedLibraries(sources)
	var gaps []*model.Gap
	for {
		modules := make(map[string]*ast.Module, len(sources))
		for _, s := range sources {
			modules[s.file] = s.module
		}
		c := compiler()
		c.Compile(modules)
		if !c.Failed() {
			return c, sources, gaps
		}
		bad := firstErrors(c.Errors)
		good := slices.DeleteFunc(slices.Clone(sources), func(s *source) bool { return bad[s.file] != nil })
		for _, s := range sources {
			if err := bad[s.file]; err != nil {
				gaps = append(gaps, gapOf(s.file, err))
			}
		}
		if len(good) == len(sources) {
			// No error names a file of ours: nothing can be saved.
			return c, nil, append(gaps, gapOf(builtIn, c.Errors))
		}
		sources = good
	}
}

// firstErrors keeps the first error of each file.
func firstErrors(errs ast.Errors) map[string]*ast.Error {
	sorted := slices.Clone(errs)
	sorted.Sort()
	bad := map[string]*ast.Error{}
	for _, e := range sorted {
		if e.Location != nil && bad[e.Location.File] == nil {
			bad[e.Location.File] = e
		}
	}
	return bad
}
