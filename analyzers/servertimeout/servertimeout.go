package servertimeout

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports HTTP servers without a read timeout.
var Analyzer = &analysis.Analyzer{
	Name:     "servertimeout",
	Doc:      "report HTTP servers without a read timeout",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat  = "GOH-030"
	message = "A few slow clients can keep every connection of this server busy and stop it for all others because it sets no read timeout."
	fixText = "Give clients ten seconds for the headers"
)

var timeouts = []string{"ReadHeaderTimeout", "ReadTimeout"}

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/http") {
		return nil, nil
	}
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil), (*ast.CallExpr)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			if gocode.IsType(pass.TypesInfo, n, "net/http.Server") {
				literal(pass, cur, n)
			}
		case *ast.CallExpr:
			serve(pass, cur, n)
		}
	}
	return nil, nil
}

// serve reports the functions that make a server of their own, which has no
// timeouts.
func serve(pass *analysis.Pass, cur inspector.Cursor, call *ast.CallExpr) {
	name := gocode.CallName(pass.TypesInfo, call)
	values := gocode.ValuesOf(pass)
	switch name {
	case "net/http.ListenAndServe", "net/http.ListenAndServeTLS":
		if values.Address(call.Args[0]) == gocode.ReachLoopback {
			return
		}
	case "net/http.Serve", "net/http.ServeTLS":
		if local(pass, call.Args[0]) {
			return
		}
	default:
		return
	}
	gocode.Report(pass, call, threat, message, rewrite(pass, cur, call, name)...)
}

// rewrite turns http.ListenAndServe(addr, h) into the method of a server with
// a timeout. The other functions have no such plain twin.
func rewrite(pass *analysis.Pass, cur inspector.Cursor, call *ast.CallExpr, name string) []analysis.SuggestedFix {
	if name != "net/http.ListenAndServe" {
		return nil
	}
	pkg, imports := gocode.Import(cur, "time")
	http := gocode.Receiver(call)
	if http == nil {
		return nil
	}
	text := fmt.Sprintf("(&%s.Server{Addr: %s, Handler: %s, ReadHeaderTimeout: 10 * %s.Second}).ListenAndServe()",
		types.ExprString(http), types.ExprString(call.Args[0]), types.ExprString(call.Args[1]), pkg)
	return gocode.Fix(fixText, append(imports, gocode.Replace(call, text))...)
}

func literal(pass *analysis.Pass, cur inspector.Cursor, lit *ast.CompositeLit) {
	if !gocode.Keyed(lit) || limited(pass, cur, lit) || private(pass, cur, lit) {
		return
	}
	pkg, imports := gocode.Import(cur, "time")
	edits := append(imports, gocode.SetField(pass, lit, "ReadHeaderTimeout", "10 * "+pkg+".Second"))
	gocode.Report(pass, lit, threat, message, gocode.Fix(fixText, edits...)...)
}

// limited reports whether the server gets a timeout in the literal, or by an
// assignment to the variable that holds it; where no variable does, any
// assignment in the package counts.
func limited(pass *analysis.Pass, cur inspector.Cursor, lit *ast.CompositeLit) bool {
	for _, name := range timeouts {
		if gocode.Field(lit, name) != nil {
			return true
		}
	}
	holder := gocode.Holder(pass.TypesInfo, cur)
	for c := range gocode.All(pass, (*ast.AssignStmt)(nil)) {
		for _, lhs := range c.Node().(*ast.AssignStmt).Lhs {
			sel, ok := lhs.(*ast.SelectorExpr)
			if !ok || !slices.Contains(timeouts, sel.Sel.Name) || !gocode.IsType(pass.TypesInfo, sel.X, "net/http.Server") {
				continue
			}
			if holder == nil || holder == gocode.Object(pass.TypesInfo, sel.X) {
				return true
			}
		}
	}
	return false
}

// private reports whether only the machine itself can reach the server.
func private(pass *analysis.Pass, cur inspector.Cursor, lit *ast.CompositeLit) bool {
	fn, ok := gocode.Outermost(cur)
	if addr := gocode.Field(lit, "Addr"); addr != nil {
		return gocode.ValuesOf(pass).Address(addr.Value) == gocode.ReachLoopback || ok && namesSocket(pass, fn, addr.Value)
	}
	holder := gocode.Holder(pass.TypesInfo, cur)
	if !ok || holder == nil {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		call, ok := gocode.IsCall(pass.TypesInfo, c.Node(), "net/http.Server.Serve", "net/http.Server.ServeTLS")
		if ok && gocode.Object(pass.TypesInfo, gocode.Receiver(call)) == holder && local(pass, call.Args[0]) {
			return true
		}
	}
	return false
}

// namesSocket reports whether the function listens at the address on a Unix
// socket.
func namesSocket(pass *analysis.Pass, fn gocode.Function, addr ast.Expr) bool {
	at := gocode.Object(pass.TypesInfo, addr)
	if at == nil {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		call, ok := gocode.IsCall(pass.TypesInfo, c.Node(), "net.Listen", "net.ListenUnix", "net.ResolveUnixAddr")
		if ok && onSocket(pass, call) && gocode.Object(pass.TypesInfo, call.Args[1]) == at {
			return true
		}
	}
	return false
}

// onSocket reports whether a call of net speaks of a Unix socket.
func onSocket(pass *analysis.Pass, call *ast.CallExpr) bool {
	network, ok := gocode.ValuesOf(pass).Text(call.Args[0])
	return ok && network == "unix"
}

// local reports whether a listener is one that only the machine itself can
// reach.
func local(pass *analysis.Pass, listener ast.Expr) bool {
	values := gocode.ValuesOf(pass)
	call := values.Call(listener)
	switch {
	case call == nil:
		return false
	case gocode.CallName(pass.TypesInfo, call) == "net.ListenUnix":
		return true
	case gocode.CallName(pass.TypesInfo, call) != "net.Listen":
		return false
	}
	return onSocket(pass, call) || values.Address(call.Args[1]) == gocode.ReachLoopback
}
