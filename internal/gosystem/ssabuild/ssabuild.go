// Package ssabuild builds the SSA form of packages whose bodies are worth
// reading, and leaves the others alone: the standard library and everything
// that library data describes. It knows no threat.
package ssabuild

import (
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// Analyzer builds the SSA form of a package. Its result is a *Package, whose
// SSA is nil for a package that is not read.
var Analyzer = &analysis.Analyzer{
	Name:       "gossa",
	Doc:        "build the SSA form of packages that no data describes",
	Run:        run,
	ResultType: reflect.TypeFor[*Package](),
}

// Package is a package's SSA form.
type Package struct {
	SSA *ssa.Package
	// Funcs are the functions with a body, literals included, in source order.
	Funcs []*ssa.Function
}

// The sizes in bytes of source up to which bodies are read. Giant generated
// packages cost more than they tell. Of dependencies only the small ones are
// read, which hold the helpers that data passes through: reading all of them
// made a first run four times as long on a server with 750 of them. What is not
// read passes data from its arguments to its results.
const (
	ownLimit        = 6 << 20
	dependencyLimit = 48 << 10
)

// Origin is where a package comes from, and how much there is of it.
type Origin struct {
	Path string
	// Module and Version are those that the go command tells; it tells a
	// version for what is only imported.
	Module, Version string
	// Size is that of its files in bytes.
	Size int
}

func originOf(pass *analysis.Pass) Origin {
	o := Origin{Path: pass.Pkg.Path()}
	if pass.Module != nil {
		o.Module, o.Version = pass.Module.Path, pass.Module.Version
	}
	for _, f := range pass.Files {
		o.Size += int(f.FileEnd - f.FileStart)
	}
	return o
}

// Read reports whether the bodies of a package are read.
func (o Origin) Read() bool {
	return !o.standard() && o.Size <= o.limit() && !o.described()
}

func (o Origin) limit() int {
	if o.dependency() {
		return dependencyLimit
	}
	return ownLimit
}

// dependency reports whether the package belongs to a module that is only
// imported.
func (o Origin) dependency() bool { return o.Version != "" }

// described reports whether library data stands for the package: that of the
// users for any, the built-in for what is only imported. A library that is
// itself scanned is read like any program.
func (o Origin) described() bool {
	return library.Given.Library().Describes(o.Path) && (o.dependency() || !library.Embedded().Describes(o.Path))
}

func (o Origin) standard() bool {
	return (o.Module == "" || o.Module == "std" || o.Module == "cmd") && IsStandard(o.Path)
}

func run(pass *analysis.Pass) (any, error) {
	if !originOf(pass).Read() {
		return &Package{}, nil
	}
	return Build(pass.Fset, pass.Pkg, pass.Files, pass.TypesInfo), nil
}

// Build builds the SSA form of a package that has no type errors. A package
// that the builder cannot handle has no SSA form.
func Build(fset *token.FileSet, pkg *types.Package, files []*ast.File, info *types.Info) (built *Package) {
	defer func() {
		// go/ssa panics on a few programs that the type checker accepts; they
		// are the scanned project's, so they must not stop the scan.
		if recover() != nil {
			built = &Package{}
		}
	}()
	prog := ssa.NewProgram(fset, ssa.BuilderMode(0))
	prog.SetNoReturn(noReturn)
	for _, p := range pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	sp := prog.CreatePackage(pkg, files, info, false)
	sp.Build()
	p := &Package{SSA: sp}
	var add func(*ssa.Function)
	add = func(f *ssa.Function) {
		p.Funcs = append(p.Funcs, f)
		for _, anon := range f.AnonFuncs {
			add(anon)
		}
	}
	for _, file := range files {
		for _, decl := range file.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := info.Defs[d.Name].(*types.Func); ok {
					if f := prog.FuncValue(obj); f != nil {
						add(f)
					}
				}
			}
		}
	}
	// Literals in package variables belong to the synthetic init.
	if f := sp.Func("init"); f != nil {
		add(f)
	}
	return p
}

func noReturn(f *types.Func) bool {
	if f.Pkg() == nil {
		return false
	}
	switch f.Pkg().Path() {
	case "os":
		return f.Name() == "Exit"
	case "runtime":
		return f.Name() == "Goexit"
	case "log":
		return strings.HasPrefix(f.Name(), "Fatal") || strings.HasPrefix(f.Name(), "Panic")
	}
	return false
}

// IsStandard reports whether an import path is one of the standard library's.
func IsStandard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	_, found := slices.BinarySearch(standard, first)
	return found
}

var standard = []string{
	"archive", "bufio", "builtin", "bytes", "cmd", "cmp", "compress", "container", "context", "crypto", "database", "debug",
	"embed", "encoding", "errors", "expvar", "flag", "fmt", "go", "hash", "html", "image", "index", "internal", "io",
	"iter", "log", "maps", "math", "mime", "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "simd", "slices", "sort",
	"strconv", "strings", "structs", "sync", "syscall", "testing", "text", "time", "unicode", "unique", "unsafe", "vendor", "weak",
}
