package sshverify

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports SSH clients that accept any host key, and servers that take
// an offered key for a proven one.
var Analyzer = &analysis.Analyzer{
	Name:     "sshverify",
	Doc:      "report SSH clients that accept any host key, and servers that take an offered key for a proven one",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const (
	sshPath = "golang.org/x/crypto/ssh"
	message = "Someone on the way to this host can pose as it and take the password and the commands because the client accepts any host key."
)

func run(pass *analysis.Pass) (any, error) {
	offeredKeys(pass)
	if !gocode.Imports(pass.Pkg, sshPath) {
		return nil, nil
	}
	for cur := range gocode.All(pass, (*ast.CallExpr)(nil), (*ast.FuncLit)(nil)) {
		if acceptsAll(pass.TypesInfo, cur.Node()) && !gocode.Chosen(pass.TypesInfo, cur) {
			gocode.Report(pass, cur.Node(), "GOC-002", message)
		}
	}
	return nil, nil
}

func acceptsAll(info *types.Info, n ast.Node) bool {
	if _, ok := gocode.IsCall(info, n, sshPath+".InsecureIgnoreHostKey"); ok {
		return true
	}
	lit, ok := n.(*ast.FuncLit)
	return ok && isHostKeyCallback(info.TypeOf(lit)) && gocode.ReturnsOnly(lit.Body, "nil")
}

// isHostKeyCallback reports whether a function takes a host key: its last
// parameter of three is an ssh.PublicKey and the middle one a net.Addr.
func isHostKeyCallback(t types.Type) bool {
	sig, ok := t.(*types.Signature)
	if !ok || sig.Params().Len() != 3 {
		return false
	}
	return gocode.TypeName(sig.Params().At(1).Type()) == "net.Addr" &&
		gocode.TypeName(sig.Params().At(2).Type()) == sshPath+".PublicKey"
}
