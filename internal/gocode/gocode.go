// Package gocode knows how to ask typed Go syntax small questions: what a call
// calls, what a constant holds, where a local value comes from, what a name
// speaks of. It knows no threat.
package gocode

import (
	"go/ast"
	"go/types"
	"iter"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
)

// Tests is the flag that asks for tests too; flags are how go/analysis passes
// settings.
var Tests bool

// Sources yields the files of the package that are there to be run: no tests
// nor what imports a testing package, whose secrets and shortcuts harm nobody,
// unless Tests asks for them. Generated files count: whoever reports on them
// says so.
func Sources(pass *analysis.Pass) iter.Seq[inspector.Cursor] {
	in := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	return func(yield func(inspector.Cursor) bool) {
		if supportsTests(pass) {
			return
		}
		for cur := range in.Root().Children() {
			file := cur.Node().(*ast.File)
			if !isSource(pass, file) {
				continue
			}
			if !yield(cur) {
				return
			}
		}
	}
}

// All yields the nodes of the given types in all of the package's Sources.
func All(pass *analysis.Pass, types ...ast.Node) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for file := range Sources(pass) {
			for cur := range file.Preorder(types...) {
				if !yield(cur) {
					return
				}
			}
		}
	}
}

// Calls yields every call in the package's Sources together with the function
// or method that it calls by name; calls of function values are left out.
func Calls(pass *analysis.Pass) iter.Seq2[inspector.Cursor, *types.Func] {
	return func(yield func(inspector.Cursor, *types.Func) bool) {
		for cur := range All(pass, (*ast.CallExpr)(nil)) {
			fn := Callee(pass.TypesInfo, cur.Node().(*ast.CallExpr))
			if fn != nil && !yield(cur, fn) {
				return
			}
		}
	}
}

func isSource(pass *analysis.Pass, file *ast.File) bool {
	name := pass.Fset.File(file.FileStart).Name()
	if Tests {
		return true
	}
	if strings.HasSuffix(name, "_test.go") || isFixture(name) {
		return false
	}
	for _, spec := range file.Imports {
		if spec.Path.Value == `"testing"` || spec.Path.Value == `"net/http/httptest"` {
			return false
		}
	}
	return true
}

// isFixture reports whether a file is called after what tests work on:
// user_fixtures.go.
func isFixture(file string) bool {
	name := strings.TrimSuffix(filepath.Base(file), ".go")
	return name == "fixtures" || strings.HasSuffix(name, "_fixtures") || strings.HasSuffix(name, "_fixture")
}

// supportsTests reports whether a package is there for tests, by a folder of
// its module that says so. A program is not.
func supportsTests(pass *analysis.Pass) bool {
	if Tests || pass.Module == nil || pass.Pkg.Name() == "main" {
		return false
	}
	below, ok := strings.CutPrefix(pass.Pkg.Path(), pass.Module.Path+"/")
	if !ok {
		return false
	}
	for folder := range strings.SplitSeq(below, "/") {
		switch folder {
		case "test", "tests", "testing", "testutil", "testutils", "testhelper", "testhelpers", "testsupport", "testdata", "mock", "mocks", "fixture", "fixtures", "e2e":
			return true
		}
	}
	return false
}

// Imports reports whether the package imports one of the paths directly, in
// any major version.
func Imports(pkg *types.Package, paths ...string) bool {
	for _, imp := range pkg.Imports() {
		got := PlainPath(imp.Path())
		for _, path := range paths {
			if got == path {
				return true
			}
		}
	}
	return false
}

// Function is a function declaration or literal with a body.
type Function struct {
	Cursor inspector.Cursor
	Name   string // empty for a literal
	Type   *ast.FuncType
	Body   *ast.BlockStmt
}

// Functions yields the functions of the package's Sources, literals included.
func Functions(pass *analysis.Pass) iter.Seq[Function] {
	return func(yield func(Function) bool) {
		for cur := range All(pass, (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
			fn, ok := asFunction(cur)
			if ok && !yield(fn) {
				return
			}
		}
	}
}

// Declared yields the declared functions only; what their literals do is part
// of them.
func Declared(pass *analysis.Pass) iter.Seq[Function] {
	return func(yield func(Function) bool) {
		for cur := range All(pass, (*ast.FuncDecl)(nil)) {
			fn, ok := asFunction(cur)
			if ok && !yield(fn) {
				return
			}
		}
	}
}

// Enclosing returns the innermost function around the cursor.
func Enclosing(cur inspector.Cursor) (Function, bool) {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if outer == cur {
			continue
		}
		return asFunction(outer)
	}
	return Function{}, false
}

// Outermost returns the declared function around the cursor.
func Outermost(cur inspector.Cursor) (Function, bool) {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		return asFunction(outer)
	}
	return Function{}, false
}

func asFunction(cur inspector.Cursor) (Function, bool) {
	switch n := cur.Node().(type) {
	case *ast.FuncDecl:
		return Function{cur, n.Name.Name, n.Type, n.Body}, n.Body != nil
	case *ast.FuncLit:
		return Function{cur, "", n.Type, n.Body}, true
	}
	return Function{}, false
}

// HashesPasswords reports whether a package is itself one of the slow hashes
// for passwords, by its name: inside it, fast hashes and old ciphers are parts.
func HashesPasswords(pkg *types.Package) bool {
	return HasWord(pkg.Name(), "bcrypt", "scrypt", "argon2", "pbkdf2", "yescrypt", "pbkdf")
}
