package gocode

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// Chosen reports whether code runs only where whoever operates the program
// asked for it: under an if whose condition is a plain boolean option, or reads
// the environment, or in a case of a switch over an option.
func Chosen(info *types.Info, cur inspector.Cursor) bool {
	for outer := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.SwitchStmt)(nil), (*ast.FuncDecl)(nil)) {
		switch n := outer.Node().(type) {
		case *ast.IfStmt:
			if option(info, n.Cond) {
				return true
			}
		case *ast.SwitchStmt:
			if field, ok := n.Tag.(*ast.SelectorExpr); ok && option(info, field) {
				return true
			}
		default:
			return false
		}
	}
	return false
}

func option(info *types.Info, cond ast.Expr) bool {
	switch e := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.NOT && option(info, e.X)
	case *ast.StarExpr:
		return option(info, e.X)
	case *ast.BinaryExpr:
		if e.Op == token.LAND || e.Op == token.LOR {
			return option(info, e.X) || option(info, e.Y)
		}
		return reads(info, e.X) || reads(info, e.Y)
	case *ast.Ident:
		_, isVar := info.ObjectOf(e).(*types.Var)
		return isVar && e.Name != "ok"
	case *ast.SelectorExpr:
		return true
	}
	return reads(info, cond)
}

func reads(info *types.Info, e ast.Expr) bool {
	switch CallName(info, e) {
	case "os.Getenv", "os.LookupEnv":
		return true
	}
	return false
}
