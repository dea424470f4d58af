package listen

import (
	"go/ast"
	"net"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports ports that are open on every network of the machine.
var Analyzer = &analysis.Analyzer{
	Name:     "listen",
	Doc:      "report ports that are open on every network of the machine",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "Everyone on any network that this machine is part of can talk to this port because it listens on every interface."

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net", "crypto/tls") {
		return nil, nil
	}
	for cur := range gocode.All(pass, (*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		if network, address := arguments(pass, call); address != nil && isOpen(pass, network, address) && !serves(pass, cur) {
			gocode.Report(pass, call, "GOH-048", message)
		}
	}
	return nil, nil
}

// arguments returns the network and the address of a call that opens a port.
// Where another call makes both, its only argument with an address counts.
func arguments(pass *analysis.Pass, call *ast.CallExpr) (network, address ast.Expr) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || pass.TypesInfo.Uses[sel.Sel] == nil || pass.TypesInfo.Uses[sel.Sel].Pkg() == nil {
		return nil, nil
	}
	switch pass.TypesInfo.Uses[sel.Sel].Pkg().Path() + "." + sel.Sel.Name {
	case "net.Listen", "net.ListenPacket", "crypto/tls.Listen":
	default:
		return nil, nil
	}
	if len(call.Args) > 1 {
		return call.Args[0], call.Args[1]
	}
	if made, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr); ok && len(made.Args) == 1 {
		return nil, made.Args[0]
	}
	return nil, nil
}

// isOpen reports whether an address is certainly one without a host, or with
// the one that stands for all.
func isOpen(pass *analysis.Pass, network, address ast.Expr) bool {
	values := gocode.ValuesOf(pass)
	if network != nil {
		if text, ok := values.Text(network); !ok || !strings.HasPrefix(text, "tcp") && !strings.HasPrefix(text, "udp") {
			return false
		}
	}
	text, ok := values.Text(address)
	if !ok {
		return false
	}
	host, port, err := net.SplitHostPort(text)
	if err != nil || port == "0" && network != nil {
		return false // a test, or a port that nobody knows
	}
	return host == "" || net.ParseIP(host).IsUnspecified()
}

// serves reports whether the function around a listener hands it to an HTTP or
// gRPC server.
func serves(pass *analysis.Pass, cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		switch gocode.CallName(pass.TypesInfo, c.Node().(*ast.CallExpr)) {
		case "net/http.Serve", "net/http.ServeTLS", "net/http.Server.Serve", "net/http.Server.ServeTLS", "google.golang.org/grpc.Server.Serve":
			return true
		}
	}
	return false
}
