package gocode

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
)

// Chosen reports whether code runs only where whoever operates the program
// asked for it: under an if whose condition is a plain boolean option, or reads
// the environment, or in a case of a switch over an option, or after an if that
// leaves the function where nobody asked.
func Chosen(info *types.Info, cur inspector.Cursor) bool {
	if leftUnlessAsked(info, cur) {
		return true
	}
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

var optionWords = []string{"skip", "insecure", "verify", "plain", "plaintext", "allow", "enable", "enabled", "disable", "disabled", "debug", "tls", "ssl", "pprof", "profiling"}

// leftUnlessAsked reports whether a statement before, in the function's own
// block, returns where an option is off: if !c.SkipVerify { return ... }.
func leftUnlessAsked(info *types.Info, cur inspector.Cursor) bool {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		body := bodyOf(outer.Node())
		for _, stmt := range body.List {
			if stmt.End() > cur.Node().Pos() {
				break
			}
			branch, ok := stmt.(*ast.IfStmt)
			if ok && branch.Else == nil && leaves(branch.Body) && optionOff(info, branch.Cond) {
				return true
			}
		}
		return false
	}
	return false
}

func bodyOf(fn ast.Node) *ast.BlockStmt {
	if lit, ok := fn.(*ast.FuncLit); ok {
		return lit.Body
	}
	if decl := fn.(*ast.FuncDecl); decl.Body != nil {
		return decl.Body
	}
	return &ast.BlockStmt{}
}

func leaves(block *ast.BlockStmt) bool {
	if len(block.List) == 0 {
		return false
	}
	_, returns := block.List[len(block.List)-1].(*ast.ReturnStmt)
	return returns
}

// optionOff reports whether a condition says that a boolean option, named like
// one, is not set.
func optionOff(info *types.Info, cond ast.Expr) bool {
	not, ok := ast.Unparen(cond).(*ast.UnaryExpr)
	return ok && not.Op == token.NOT && option(info, not.X) && HasWord(NameOf(info, not.X), optionWords...)
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
