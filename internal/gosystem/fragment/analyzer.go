package fragment

import (
	"cmp"
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Category marks the diagnostic that carries a fragment.
const Category = "fragment"

// Analyzer reads a package's fragment. It reports nothing, unless its flag
// emit asks for the fragment as JSON in a diagnostic, which is how it gets
// through go vet.
var Analyzer = newAnalyzer()

// emit is the flag; flags are how go/analysis passes settings.
var emit bool

// Emits reports whether fragments are asked for, which is how threatvet scan
// runs the analyzers.
func Emits() bool { return emit }

func newAnalyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "gosystem",
		Doc:        "read what a package contributes to the model of its system",
		Requires:   []*analysis.Analyzer{ssabuild.Analyzer, taint.Analyzer},
		ResultType: reflect.TypeFor[*Fragment](),
		Run:        run,
	}
	a.Flags.BoolVar(&emit, "emit", false, "report the package's part of the system model as JSON")
	a.Flags.BoolVar(&gocode.Tests, "tests", false, "check tests too")
	a.Flags.Var(library.Given, "libraries", "packed library descriptions, as threatvet scan passes them")
	return a
}

func run(pass *analysis.Pass) (any, error) {
	built := pass.ResultOf[ssabuild.Analyzer].(*ssabuild.Package)
	if built.SSA == nil || strings.HasSuffix(pass.Pkg.Path(), ".test") || strings.HasSuffix(pass.Pkg.Path(), "_test") {
		return &Fragment{Package: pass.Pkg.Path()}, nil
	}
	f := Of(pass.Fset, built, library.Given.Library())
	for _, b := range pass.ResultOf[taint.Analyzer].(*taint.Findings).Bounds {
		p := pass.Fset.Position(b.Pos)
		f.Bounds = append(f.Bounds, Bound{Func: b.Func, Why: b.Why, At: At{File: filepath.ToSlash(p.Filename), Line: p.Line, Col: p.Column}})
	}
	if emit && len(pass.Files) > 0 {
		text, err := json.Marshal(f)
		if err != nil {
			return nil, fmt.Errorf("fragment of %s: %w", pass.Pkg.Path(), err)
		}
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Category: Category, Message: string(text)})
	}
	return f, nil
}

// Of reads the fragment of one package.
func Of(fset *token.FileSet, built *ssabuild.Package, lib *library.Library) *Fragment {
	r := &reader{fset: fset, lib: lib, pkg: built, asked: map[placeKey][]Place{}, out: &Fragment{
		Package: built.SSA.Pkg.Path(),
		Main:    built.SSA.Pkg.Name() == "main",
	}}
	for _, p := range built.SSA.Pkg.Imports() {
		if !ssabuild.IsStandard(p.Path()) || strings.HasPrefix(p.Path(), "internal/") {
			r.out.Imports = append(r.out.Imports, p.Path())
		}
	}
	slices.Sort(r.out.Imports)
	r.fns = slices.DeleteFunc(slices.Clone(built.Funcs), func(f *ssa.Function) bool {
		return strings.HasSuffix(fset.Position(f.Pos()).Filename, "_test.go")
	})
	r.types()
	for _, fn := range r.fns {
		r.function(fn)
	}
	r.operators()
	r.tidy()
	return r.out
}

type reader struct {
	fset *token.FileSet
	lib  *library.Library
	pkg  *ssabuild.Package
	fns  []*ssa.Function
	out  *Fragment

	asked map[placeKey][]Place
}

func (r *reader) at(pos token.Pos) At {
	p := r.fset.Position(pos)
	return At{File: filepath.ToSlash(p.Filename), Line: p.Line, Col: p.Column}
}

func (r *reader) tidy() {
	slices.SortFunc(r.out.Edges, func(a, b Edge) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	r.out.Edges = slices.Compact(r.out.Edges)
	slices.Sort(r.out.Refuses)
	r.out.Refuses = slices.Compact(r.out.Refuses)
	slices.SortFunc(r.out.Wraps, func(a, b Wrap) int { return cmp.Or(cmp.Compare(a.Inner, b.Inner), cmp.Compare(a.By, b.By)) })
	r.out.Wraps = slices.Compact(r.out.Wraps)
}

func (r *reader) function(fn *ssa.Function) {
	name := taint.FunctionName(fn)
	if syntax := fn.Syntax(); syntax != nil {
		at := r.at(syntax.Pos())
		r.out.Funcs = append(r.out.Funcs, Func{Name: name, File: at.File, Line: at.Line, End: r.at(syntax.End()).Line})
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj.Signature().Recv() != nil {
		r.out.Methods = append(r.out.Methods, Method{Name: name, Sig: methodSig(obj)})
	}
	r.resolvers(name, fn)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			r.edges(name, instr)
			switch i := instr.(type) {
			case ssa.CallInstruction:
				r.call(name, fn, i)
			case *ssa.Store:
				r.store(i)
				r.handlerField(name, i)
				r.fieldSetting(name, i)
			case *ssa.Return:
				r.results(name, fn, i)
			}
		}
	}
}

// methodSig writes a method so that interface calls and implementations meet.
func methodSig(f *types.Func) string {
	sig := f.Signature()
	return f.Name() + types.TypeString(types.NewSignatureType(nil, nil, nil, sig.Params(), sig.Results(), sig.Variadic()), nil)
}

func (r *reader) edges(from string, instr ssa.Instruction) {
	if call, ok := instr.(ssa.CallInstruction); ok && call.Common().IsInvoke() {
		m := call.Common().Method
		// The method of error belongs to no package.
		if m.Pkg() != nil && (!ssabuild.IsStandard(m.Pkg().Path()) || inModule(m.Pkg(), r.pkg.SSA.Pkg)) {
			r.out.Edges = append(r.out.Edges, Edge{From: from, To: "*" + methodSig(m)})
		}
	}
	for _, op := range instr.Operands(nil) {
		fn, ok := (*op).(*ssa.Function)
		if !ok {
			continue
		}
		if pkg := packageOf(fn); pkg != nil && !ssabuild.IsStandard(pkg.Path()) {
			if to := taint.FunctionName(fn); to != from {
				r.out.Edges = append(r.out.Edges, Edge{From: from, To: to})
			}
		}
	}
}

func packageOf(fn *ssa.Function) *types.Package {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	if obj := fn.Object(); obj != nil {
		return obj.Pkg()
	}
	if fn.Pkg != nil {
		return fn.Pkg.Pkg
	}
	return nil
}

// inModule reports whether two packages share their first path element.
func inModule(a, b *types.Package) bool {
	x, _, _ := strings.Cut(a.Path(), "/")
	y, _, _ := strings.Cut(b.Path(), "/")
	return x == y
}

// declared returns the declared function behind a function value: generic
// origin, method behind a method value, function around a literal.
func declared(fn *ssa.Function) *types.Func {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}
