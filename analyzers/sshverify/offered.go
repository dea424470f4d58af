package sshverify

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gocode"
)

const offered = "Anyone who knows somebody's public key can be taken for them because a key that a client only offered is kept as if it had proven to have it."

// offeredKeys reports callbacks of SSH servers that keep the key they are asked
// about outside.
func offeredKeys(pass *analysis.Pass) {
	for cur := range gocode.All(pass, (*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil)) {
		for _, lit := range callbacks(cur.Node()) {
			if at := keepsKey(pass.TypesInfo, lit); at != nil {
				gocode.Report(pass, at, "GOH-060", offered)
			}
		}
	}
}

// callbacks returns the literals that a node gives to a PublicKeyCallback.
func callbacks(n ast.Node) []*ast.FuncLit {
	var list []*ast.FuncLit
	given := func(to, value ast.Expr) {
		name := ""
		switch to := to.(type) {
		case *ast.Ident:
			name = to.Name
		case *ast.SelectorExpr:
			name = to.Sel.Name
		}
		if lit, ok := ast.Unparen(value).(*ast.FuncLit); ok && name == "PublicKeyCallback" {
			list = append(list, lit)
		}
	}
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		given(n.Key, n.Value)
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if len(n.Lhs) == len(n.Rhs) {
				given(lhs, n.Rhs[i])
			}
		}
	}
	return list
}

// keepsKey returns the assignment by which a literal keeps its key, or what is
// made from it, in a variable that is not its own.
func keepsKey(info *types.Info, lit *ast.FuncLit) ast.Node {
	key := keyOf(info, lit)
	if key == nil {
		return nil
	}
	from := gocode.Derive(info, lit.Body, func(e ast.Expr) bool { return gocode.Object(info, e) == key })
	var at ast.Node
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		s, ok := n.(*ast.AssignStmt)
		if !ok || at != nil {
			return at == nil
		}
		for i, lhs := range s.Lhs {
			root := gocode.Root(info, lhs)
			if root != nil && (root.Pos() < lit.Pos() || root.Pos() > lit.End()) && from.Has(s.Rhs[min(i, len(s.Rhs)-1)]) {
				at = s
			}
		}
		return at == nil
	})
	return at
}

// keyOf returns the parameter of a literal that is a public key.
func keyOf(info *types.Info, lit *ast.FuncLit) types.Object {
	for _, field := range lit.Type.Params.List {
		if strings.HasSuffix(gocode.TypeName(info.TypeOf(field.Type)), ".PublicKey") && len(field.Names) == 1 {
			return info.ObjectOf(field.Names[0])
		}
	}
	return nil
}
