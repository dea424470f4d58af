package reflectname

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports methods and fields that are picked by a name from the
// caller.
var Analyzer = &analysis.Analyzer{
	Name:     "reflectname",
	Doc:      "report methods and fields that are picked by a name from the caller",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "Whoever chooses this name can reach every exported method or field of the value, also those that were never meant to be, because it is picked by name."

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "reflect") {
		return nil, nil
	}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		switch gocode.FuncName(fn) {
		case "reflect.Value.MethodByName", "reflect.Value.FieldByName":
			if isCallers(pass, cur, call.Args[0]) && !isKnown(pass, cur, call.Args[0]) {
				gocode.Report(pass, call, "GOH-052", message)
			}
		}
	}
	return nil, nil
}

// isCallers reports whether a name comes from a request, or from a parameter
// that speaks of input.
func isCallers(pass *analysis.Pass, cur inspector.Cursor, name ast.Expr) bool {
	outer, ok := gocode.Outermost(cur)
	if !ok || pass.TypesInfo.Types[name].Value != nil {
		return false
	}
	h, _, handles := gocode.InHandler(pass.TypesInfo, cur)
	said := gocode.DeriveText(pass.TypesInfo, outer.Body, func(e ast.Expr) bool {
		if call, ok := e.(*ast.CallExpr); ok && handles {
			root := gocode.Root(pass.TypesInfo, receiverOf(call))
			return root != nil && (root == h.Request || root == h.Context)
		}
		id, ok := e.(*ast.Ident)
		return ok && isInput(pass.TypesInfo, outer, id)
	})
	return said.Has(name)
}

// receiverOf returns what a chain of calls, such as r.URL.Query().Get("x"),
// begins with.
func receiverOf(call *ast.CallExpr) ast.Expr {
	for {
		x := gocode.Receiver(call)
		for {
			sel, ok := x.(*ast.SelectorExpr)
			if !ok {
				break
			}
			x = sel.X
		}
		inner, ok := x.(*ast.CallExpr)
		if !ok {
			if x == nil {
				return call.Fun
			}
			return x
		}
		call = inner
	}
}

func isInput(info *types.Info, fn gocode.Function, id *ast.Ident) bool {
	obj := info.ObjectOf(id)
	if obj == nil || !gocode.IsText(obj.Type()) || !gocode.HasWord(id.Name, "input", "request", "query", "param", "action", "command", "body") {
		return false
	}
	for _, field := range fn.Type.Params.List {
		for _, name := range field.Names {
			if info.ObjectOf(name) == obj {
				return true
			}
		}
	}
	return false
}

// isKnown reports whether the function compares the name or looks it up.
func isKnown(pass *analysis.Pass, cur inspector.Cursor, name ast.Expr) bool {
	fn, ok := gocode.Outermost(cur)
	obj := gocode.Root(pass.TypesInfo, name)
	if !ok || obj == nil {
		return false
	}
	is := func(e ast.Expr) bool { return gocode.Root(pass.TypesInfo, e) == obj }
	for c := range fn.Cursor.Preorder((*ast.BinaryExpr)(nil), (*ast.IndexExpr)(nil), (*ast.SwitchStmt)(nil), (*ast.CallExpr)(nil)) {
		switch n := c.Node().(type) {
		case *ast.BinaryExpr:
			if (n.Op == token.EQL || n.Op == token.NEQ) && (is(n.X) || is(n.Y)) {
				return true
			}
		case *ast.IndexExpr:
			if _, ok := gocode.Under(pass.TypesInfo, n.X).(*types.Map); ok && is(n.Index) {
				return true
			}
		case *ast.SwitchStmt:
			if n.Tag != nil && is(n.Tag) {
				return true
			}
		case *ast.CallExpr:
			if _, ok := gocode.IsCall(pass.TypesInfo, n, "slices.Contains"); ok && is(n.Args[1]) {
				return true
			}
		}
	}
	return false
}
