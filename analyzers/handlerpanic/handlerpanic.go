package handlerpanic

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports goroutines of a handler that can panic with nothing to stop
// it.
var Analyzer = &analysis.Analyzer{
	Name:     "handlerpanic",
	Doc:      "report goroutines of a handler that can panic with nothing to stop it",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const message = "One crafted request can end the whole program because this goroutine panics on it and nothing recovers."

func run(pass *analysis.Pass) (any, error) {
	for cur := range gocode.All(pass, (*ast.GoStmt)(nil)) {
		lit, ok := cur.Node().(*ast.GoStmt).Call.Fun.(*ast.FuncLit)
		h, fn, inHandler := gocode.InHandler(pass.TypesInfo, cur)
		if !ok || !inHandler || deferred(lit.Body) {
			continue
		}
		filled := decoded(pass.TypesInfo, fn)
		sent := gocode.Derive(pass.TypesInfo, fn.Body, func(e ast.Expr) bool {
			obj := gocode.Object(pass.TypesInfo, e)
			return obj != nil && (obj == h.Request || obj == h.Context || filled[obj])
		})
		for c := range cur.Preorder((*ast.TypeAssertExpr)(nil), (*ast.IndexExpr)(nil)) {
			if panics(pass, fn, c, sent) {
				gocode.Report(pass, c.Node(), "GOH-034", message)
				break
			}
		}
	}
	return nil, nil
}

// decoded returns the variables that a handler has a decoder fill.
func decoded(info *types.Info, fn gocode.Function) map[types.Object]bool {
	filled := map[types.Object]bool{}
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		callee := gocode.Callee(info, call)
		if callee == nil || len(call.Args) == 0 || !gocode.HasWord(callee.Name(), "decode", "unmarshal", "bind", "parser") {
			continue
		}
		if u, ok := call.Args[len(call.Args)-1].(*ast.UnaryExpr); ok {
			filled[gocode.Root(info, u.X)] = true
		}
	}
	delete(filled, nil)
	return filled
}

// deferred reports whether a goroutine defers something, which may recover.
func deferred(body *ast.BlockStmt) bool {
	for _, stmt := range body.List {
		if d, ok := stmt.(*ast.DeferStmt); ok && !closes(d.Call) {
			return true
		}
	}
	return false
}

// closes reports whether a deferred call only ends something.
func closes(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		id, ok := call.Fun.(*ast.Ident)
		return ok && (id.Name == "close" || id.Name == "cancel")
	}
	switch sel.Sel.Name {
	case "Done", "Close", "Unlock", "RUnlock", "Stop", "End":
		return true
	}
	return false
}

// panics reports whether a value that was sent is asserted to be of a type, or
// is asked for a place that it may not have.
func panics(pass *analysis.Pass, fn gocode.Function, c inspector.Cursor, sent *gocode.Derived) bool {
	switch n := c.Node().(type) {
	case *ast.TypeAssertExpr:
		return n.Type != nil && !hasSecond(c) && sent.Has(n.X)
	case *ast.IndexExpr:
		switch gocode.Under(pass.TypesInfo, n.X).(type) {
		case *types.Slice, *types.Basic:
		default:
			return false
		}
		return sent.Has(n.X) && !measured(pass, fn, n.X)
	}
	return false
}

// hasSecond reports whether an assertion is asked whether it holds.
func hasSecond(c inspector.Cursor) bool {
	switch parent := c.Parent().Node().(type) {
	case *ast.AssignStmt:
		return len(parent.Lhs) == 2 && len(parent.Rhs) == 1
	case *ast.ValueSpec:
		return len(parent.Names) == 2 && len(parent.Values) == 1
	}
	return false
}

// measured reports whether the handler looks at the length of a value, or
// ranges over it.
func measured(pass *analysis.Pass, fn gocode.Function, e ast.Expr) bool {
	root := gocode.Root(pass.TypesInfo, e)
	if root == nil {
		return true // what a call returns is not followed
	}
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil), (*ast.RangeStmt)(nil)) {
		switch n := c.Node().(type) {
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok && id.Name == "len" && gocode.Root(pass.TypesInfo, n.Args[0]) == root {
				return true
			}
		case *ast.RangeStmt:
			if gocode.Root(pass.TypesInfo, n.X) == root {
				return true
			}
		}
	}
	return false
}
