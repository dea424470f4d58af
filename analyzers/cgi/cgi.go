package cgi

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports requests that are answered by starting a program (CGI).
var Analyzer = &analysis.Analyzer{
	Name:     "cgi",
	Doc:      "report requests that are answered by starting a program (CGI)",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const message = "Whoever sends requests sets environment variables of a program that runs with the server's rights because the request is answered over CGI."

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/http/cgi") {
		return nil, nil
	}
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			if gocode.IsType(pass.TypesInfo, n, "net/http/cgi.Handler") {
				gocode.Report(pass, n, "GOH-050", message)
			}
		case *ast.CallExpr:
			if gocode.CallName(pass.TypesInfo, n) == "net/http/cgi.Serve" {
				gocode.Report(pass, n, "GOH-050", message)
			}
		}
	}
	return nil, nil
}
