package tlsversion

import (
	"crypto/tls"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports TLS configurations that allow old versions or weak ciphers.
var Analyzer = &analysis.Analyzer{
	Name:     "tlsversion",
	Doc:      "report TLS configurations that allow old versions or weak ciphers",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat        = "GOX-007"
	versionReason = "Someone on the way can force a TLS version with known flaws and read the traffic because this configuration still allows versions before 1.2."
	suiteReason   = "Someone who records the traffic can attack its encryption because this configuration allows a cipher suite that is known to be weak."
)

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "crypto/tls") {
		return nil, nil
	}
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			if gocode.IsType(pass.TypesInfo, n, "crypto/tls.Config") {
				literal(pass, cur, n)
			}
		case *ast.AssignStmt:
			assignment(pass, cur, n)
		}
	}
	return nil, nil
}

func literal(pass *analysis.Pass, cur inspector.Cursor, lit *ast.CompositeLit) {
	for _, name := range []string{"MinVersion", "MaxVersion"} {
		if kv := gocode.Field(lit, name); kv != nil {
			version(pass, cur, kv, kv.Value)
		}
	}
	least := gocode.Field(lit, "MinVersion")
	if least != nil {
		if v, ok := gocode.Int(pass.TypesInfo, least.Value); ok && v >= tls.VersionTLS13 {
			return
		}
	}
	if kv := gocode.Field(lit, "CipherSuites"); kv != nil {
		suites(pass, kv.Value)
	}
}

func assignment(pass *analysis.Pass, cur inspector.Cursor, n *ast.AssignStmt) {
	if len(n.Lhs) != 1 || len(n.Rhs) != 1 {
		return
	}
	sel, ok := n.Lhs[0].(*ast.SelectorExpr)
	if !ok || !gocode.IsType(pass.TypesInfo, sel.X, "crypto/tls.Config") {
		return
	}
	switch sel.Sel.Name {
	case "MinVersion", "MaxVersion":
		version(pass, cur, n, n.Rhs[0])
	case "CipherSuites":
		suites(pass, n.Rhs[0])
	}
}

// version reports a minimum or maximum before TLS 1.2. Zero means the default.
func version(pass *analysis.Pass, cur inspector.Cursor, at ast.Node, value ast.Expr) {
	v, ok := gocode.Int(pass.TypesInfo, gocode.ValuesOf(pass).Origin(value))
	if !ok || v == 0 || v >= tls.VersionTLS12 || gocode.Chosen(pass.TypesInfo, cur) {
		return
	}
	if _, here := gocode.Int(pass.TypesInfo, value); !here {
		gocode.Report(pass, at, threat, versionReason)
		return
	}
	name, imports := gocode.Import(cur, "crypto/tls")
	edits := append(imports, gocode.Replace(value, name+".VersionTLS12"))
	gocode.Report(pass, at, threat, versionReason, gocode.Fix("Ask for TLS 1.2 at least", edits...)...)
}

// suites reports the first weak suite of a list.
func suites(pass *analysis.Pass, list ast.Expr) {
	lit, ok := gocode.ValuesOf(pass).Origin(list).(*ast.CompositeLit)
	if !ok {
		return
	}
	for _, suite := range lit.Elts {
		if weak(pass.TypesInfo, suite) {
			gocode.Report(pass, suite, threat, suiteReason)
			return
		}
	}
}

func weak(info *types.Info, suite ast.Expr) bool {
	id, ok := gocode.Int(info, suite)
	if !ok {
		return false
	}
	for _, s := range tls.InsecureCipherSuites() {
		if int64(s.ID) == id {
			return true
		}
	}
	return false
}
