package gocode

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// Report reports a threat at a node. The range stays on the node's first line,
// because a review shows a finding only where all its lines are in the change.
func Report(pass *analysis.Pass, n ast.Node, threat, message string, fixes ...analysis.SuggestedFix) {
	pass.Report(analysis.Diagnostic{
		Pos:            n.Pos(),
		End:            firstLine(pass, n),
		Category:       threat,
		Message:        message,
		SuggestedFixes: fixes,
	})
}

func firstLine(pass *analysis.Pass, n ast.Node) token.Pos {
	file := pass.Fset.File(n.Pos())
	line := file.Line(n.Pos())
	if file.Line(n.End()) == line {
		return n.End()
	}
	switch n := n.(type) {
	case *ast.CallExpr:
		return firstLine(pass, n.Fun)
	case *ast.CompositeLit:
		if n.Type != nil {
			return firstLine(pass, n.Type)
		}
	case *ast.UnaryExpr:
		return firstLine(pass, n.X)
	case *ast.KeyValueExpr:
		return n.Key.End()
	}
	return file.LineStart(line+1) - 1
}
