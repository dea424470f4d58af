package sharedurl

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports addresses of the package that a request changes in place.
var Analyzer = &analysis.Analyzer{
	Name:     "sharedurl",
	Doc:      "report addresses of the package that a request changes in place",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "The next visitor gets what belongs to this one because the request changes an address that all requests share."

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/url") || !gocode.Imports(pass.Pkg, "net/http") {
		return nil, nil
	}
	for cur := range gocode.All(pass, (*ast.AssignStmt)(nil)) {
		if _, _, ok := gocode.InHandler(pass.TypesInfo, cur); !ok {
			continue
		}
		for _, lhs := range cur.Node().(*ast.AssignStmt).Lhs {
			sel, ok := lhs.(*ast.SelectorExpr)
			if ok && isPointer(pass.TypesInfo.TypeOf(sel.X)) && isShared(pass, cur, sel.X) {
				gocode.Report(pass, lhs, "GOH-053", message)
			}
		}
	}
	return nil, nil
}

func isPointer(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	return ok && gocode.TypeName(p.Elem()) == "net/url.URL"
}

// isShared reports whether a pointer is a variable of the package, or a field
// of the method's receiver.
func isShared(pass *analysis.Pass, cur inspector.Cursor, e ast.Expr) bool {
	e = local(pass, e)
	root, ok := gocode.Root(pass.TypesInfo, e).(*types.Var)
	if !ok {
		return false
	}
	if root.Parent() == pass.Pkg.Scope() {
		return true
	}
	fn, ok := gocode.Outermost(cur)
	if _, isField := ast.Unparen(e).(*ast.SelectorExpr); !ok || !isField {
		return false
	}
	decl := fn.Cursor.Node().(*ast.FuncDecl)
	return decl.Recv != nil && len(decl.Recv.List[0].Names) == 1 && pass.TypesInfo.Defs[decl.Recv.List[0].Names[0]] == root
}

// local follows a local name to what it stands for, but not a variable of the
// package: that is the place itself.
func local(pass *analysis.Pass, e ast.Expr) ast.Expr {
	for range 4 {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok || pass.TypesInfo.ObjectOf(id) == nil || pass.TypesInfo.ObjectOf(id).Parent() == pass.Pkg.Scope() {
			break
		}
		given := gocode.ValuesOf(pass).To(pass.TypesInfo.ObjectOf(id))
		var whole []gocode.Given
		for _, g := range given {
			if g.Whole {
				whole = append(whole, g)
			}
		}
		if len(whole) != 1 || whole[0].Value == nil || whole[0].Result >= 0 {
			break
		}
		e = whole[0].Value
	}
	return e
}
