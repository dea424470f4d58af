package redirectauth

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports clients that send their credentials wherever they are
// redirected.
var Analyzer = &analysis.Analyzer{
	Name:     "redirectauth",
	Doc:      "report clients that send their credentials wherever they are redirected",
	Requires: []*analysis.Analyzer{inspect.Analyzer},
	Run:      run,
}

const message = "Whoever answers this client can have its credentials sent to a host of their choice because they are put on every redirected request."

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/http") {
		return nil, nil
	}
	for fn := range gocode.Functions(pass) {
		req, via := policy(pass.TypesInfo, fn.Type)
		if req == nil || looksAtHost(fn.Body) {
			continue
		}
		p := &redirect{pass.TypesInfo, req, gocode.Derive(pass.TypesInfo, fn.Body, func(e ast.Expr) bool { return via != nil && gocode.Object(pass.TypesInfo, e) == via })}
		if at := p.carries(fn.Body); at != nil {
			gocode.Report(pass, at, "GOC-008", message)
		}
	}
	return nil, nil
}

// policy returns the two parameters of a function that decides on redirects:
// the next request and those before it.
func policy(info *types.Info, typ *ast.FuncType) (req, via types.Object) {
	var params []types.Object
	for _, field := range typ.Params.List {
		for _, name := range field.Names {
			params = append(params, info.ObjectOf(name))
		}
	}
	if len(params) != 2 || typ.Results == nil || len(typ.Results.List) != 1 || params[0] == nil || params[1] == nil {
		return nil, nil
	}
	before, ok := params[1].Type().Underlying().(*types.Slice)
	if !ok || gocode.TypeName(params[0].Type()) != "net/http.Request" || gocode.TypeName(before.Elem()) != "net/http.Request" {
		return nil, nil
	}
	return params[0], params[1]
}

// looksAtHost reports whether a function speaks of a host, which it then
// compares in some way.
func looksAtHost(body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && gocode.HasWord(sel.Sel.Name, "host", "hostname", "origin", "domain") {
			found = true
		}
		return !found
	})
	return found
}

type redirect struct {
	*types.Info
	req    types.Object
	before *gocode.Derived
}

// carries returns where a function puts credentials on the next request.
func (p *redirect) carries(body ast.Node) ast.Node {
	var at ast.Node
	ast.Inspect(body, func(n ast.Node) bool {
		if at != nil {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if p.isHeader(lhs) && p.before.Has(n.Rhs[min(i, len(n.Rhs)-1)]) {
					at = n
				}
				if ix, ok := lhs.(*ast.IndexExpr); ok && p.isHeader(ix.X) && p.isCredential(ix.Index, n.Rhs[min(i, len(n.Rhs)-1)]) {
					at = n
				}
			}
		case *ast.CallExpr:
			if p.sets(n) {
				at = n
			}
		}
		return at == nil
	})
	return at
}

// isHeader reports whether an expression is the header of the next request.
func (p *redirect) isHeader(e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Header" && gocode.Object(p.Info, sel.X) == p.req
}

func (p *redirect) sets(call *ast.CallExpr) bool {
	recv := gocode.Receiver(call)
	if recv == nil {
		return false
	}
	switch gocode.CallName(p.Info, call) {
	case "net/http.Header.Set", "net/http.Header.Add":
		return p.isHeader(recv) && p.isCredential(call.Args[0], call.Args[1])
	case "net/http.Request.SetBasicAuth", "net/http.Request.AddCookie":
		return gocode.Object(p.Info, recv) == p.req
	}
	return false
}

// isCredential reports whether a header's name is that of a credential, or any
// name that comes with a value of earlier requests.
func (p *redirect) isCredential(name, value ast.Expr) bool {
	text, ok := gocode.String(p.Info, name)
	if !ok {
		return p.before.Has(value)
	}
	return gocode.HasWord(text, "authorization", "cookie", "token", "key", "auth", "secret", "session")
}
