package tlsverify

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports TLS configurations that verify nothing, or not always.
var Analyzer = &analysis.Analyzer{
	Name:     "tlsverify",
	Doc:      "report TLS configurations that verify nothing, or not always",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const message = "Someone between this client and the server can read and change what they exchange because the client accepts any certificate."

func run(pass *analysis.Pass) (any, error) {
	resumed(pass)
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		var skip ast.Node
		var yes ast.Expr // the value that says so
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			skip, yes = inLiteral(pass.TypesInfo, n)
		case *ast.AssignStmt:
			skip, yes = inAssignment(pass.TypesInfo, n)
		}
		if skip != nil && !checkedLater(pass.TypesInfo, cur) && !gocode.Chosen(pass.TypesInfo, cur) {
			gocode.Report(pass, skip, "GOC-001", message, gocode.Fix("Verify the server's certificate", gocode.Replace(yes, "false"))...)
		}
	}
	return nil, nil
}

// inLiteral returns the field that turns verification off and its value, or nil
// where verification is on or the configuration brings a check of its own.
func inLiteral(info *types.Info, lit *ast.CompositeLit) (ast.Node, ast.Expr) {
	if !gocode.IsType(info, lit, "crypto/tls.Config") {
		return nil, nil
	}
	skip := gocode.Field(lit, "InsecureSkipVerify")
	if skip == nil {
		return nil, nil
	}
	if v, known := gocode.Bool(info, skip.Value); !known || !v {
		return nil, nil
	}
	for _, name := range []string{"VerifyConnection", "VerifyPeerCertificate"} {
		if own := gocode.Field(lit, name); own != nil && checks(own.Value) {
			return nil, nil
		}
	}
	return skip, skip.Value
}

// inAssignment returns an assignment of true to InsecureSkipVerify, and the
// true.
func inAssignment(info *types.Info, n *ast.AssignStmt) (ast.Node, ast.Expr) {
	for i, lhs := range n.Lhs {
		if !isField(info, lhs, "InsecureSkipVerify") || len(n.Rhs) != len(n.Lhs) {
			continue
		}
		if v, known := gocode.Bool(info, n.Rhs[i]); known && v {
			return n, n.Rhs[i]
		}
	}
	return nil, nil
}

// checkedLater reports whether the function around the cursor sets a check of
// its own on a configuration.
func checkedLater(info *types.Info, cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.AssignStmt)(nil)) {
		n := c.Node().(*ast.AssignStmt)
		for i, lhs := range n.Lhs {
			own := isField(info, lhs, "VerifyConnection") || isField(info, lhs, "VerifyPeerCertificate")
			if own && len(n.Rhs) == len(n.Lhs) && checks(n.Rhs[i]) {
				return true
			}
		}
	}
	return false
}

func isField(info *types.Info, e ast.Expr, name string) bool {
	sel, ok := e.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == name && gocode.IsType(info, sel.X, "crypto/tls.Config")
}

// checks reports whether a callback can refuse: it is not nil and not a
// literal that does nothing but return nil.
func checks(callback ast.Expr) bool {
	if id, ok := callback.(*ast.Ident); ok && id.Name == "nil" {
		return false
	}
	lit, ok := callback.(*ast.FuncLit)
	return !ok || !gocode.ReturnsOnly(lit.Body, "nil")
}
