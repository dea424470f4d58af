package plaintext

import (
	"go/ast"
	"net"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports gRPC connections and public HTTP servers without encryption.
var Analyzer = &analysis.Analyzer{
	Name:     "plaintext",
	Doc:      "report gRPC connections and public HTTP servers without encryption",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	rpc = "google.golang.org/grpc"

	client = "Someone on the network in between can read and change these calls, or answer them in the other service's place, because the connection is not encrypted."
	server = "Someone on the network in between can read and change the calls to this server because it takes them without encryption."
	web    = "Someone on the visitor's network can read and change pages, cookies and passwords because this server is the public face and speaks plain HTTP."
)

func run(pass *analysis.Pass) (any, error) {
	p := &plain{pass, gocode.ValuesOf(pass)}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		switch gocode.FuncName(fn) {
		case rpc + ".WithInsecure", rpc + "/credentials/insecure.NewCredentials":
			p.client(cur, call)
		case rpc + ".NewServer":
			p.server(cur, call)
		case "net/http.ListenAndServe":
			p.web(call)
		}
	}
	return nil, nil
}

type plain struct {
	*analysis.Pass
	values *gocode.Assigned
}

// client reports an insecure option, unless the function that uses it dials
// the machine itself, or serves (then the credentials are the server's).
func (p *plain) client(cur inspector.Cursor, call *ast.CallExpr) {
	if gocode.Chosen(p.TypesInfo, cur) {
		return
	}
	fn, ok := gocode.Outermost(cur)
	if ok && p.dialsItself(fn) {
		return
	}
	gocode.Report(p.Pass, call, "GOC-003", client)
}

func (p *plain) dialsItself(fn gocode.Function) bool {
	dialed := false
	for c := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		at := slices.Index([]string{rpc + ".NewClient", rpc + ".DialContext"}, gocode.CallName(p.TypesInfo, call))
		if gocode.CallName(p.TypesInfo, call) == rpc+".Dial" {
			at = 0
		}
		if at < 0 {
			continue
		}
		if !p.isItself(call.Args[at]) {
			return false
		}
		dialed = true
	}
	return dialed
}

// isItself reports whether the target of a connection is the machine, or a
// listener in memory.
func (p *plain) isItself(target ast.Expr) bool {
	text, ok := p.values.Text(target)
	if !ok {
		return p.values.Address(target) == gocode.ReachLoopback || gocode.HasWord(gocode.NameOf(p.TypesInfo, target), "socket", "sock", "unix", "bufnet", "loopback", "localhost")
	}
	if strings.HasPrefix(text, "unix:") || strings.HasPrefix(text, "bufnet") || strings.HasPrefix(text, "passthrough:///bufnet") {
		return true
	}
	text = text[strings.LastIndexByte(text, '/')+1:]
	return gocode.Listener(text) == gocode.ReachLoopback
}

// server reports a gRPC server without credentials whose options are all seen,
// in a package that opens a port on the network for it.
func (p *plain) server(cur inspector.Cursor, call *ast.CallExpr) {
	if call.Ellipsis.IsValid() || gocode.Chosen(p.TypesInfo, cur) || !p.opensPort() {
		return
	}
	for _, option := range call.Args {
		made := p.values.Call(option)
		if made == nil || gocode.CallName(p.TypesInfo, made) == rpc+".Creds" {
			return
		}
	}
	gocode.Report(p.Pass, call, "GOC-003", server)
}

func (p *plain) opensPort() bool {
	for cur, fn := range gocode.Calls(p.Pass) {
		call := cur.Node().(*ast.CallExpr)
		if gocode.FuncName(fn) == "net.Listen" && p.values.Address(call.Args[1]) == gocode.ReachNetwork {
			network, ok := p.values.Text(call.Args[0])
			return ok && strings.HasPrefix(network, "tcp")
		}
	}
	return false
}

// web reports a plain HTTP server that is the public face.
func (p *plain) web(call *ast.CallExpr) {
	text, ok := p.values.Text(call.Args[0])
	if !ok || gocode.Listener(text) == gocode.ReachLoopback || p.mentions("net/http.ListenAndServeTLS", "net/http.Server.ListenAndServeTLS", "net/http.ServeTLS") {
		return
	}
	_, port, err := net.SplitHostPort(text)
	if err == nil && (port == "80" || port == "http") && !p.sendsOn() || p.takesPasswords() {
		gocode.Report(p.Pass, call, "GOH-051", web)
	}
}

// sendsOn reports whether the package sends visitors to HTTPS, or answers the
// questions of a certificate authority.
func (p *plain) sendsOn() bool {
	for c := range gocode.All(p.Pass, (*ast.BasicLit)(nil)) {
		if strings.HasPrefix(c.Node().(*ast.BasicLit).Value, `"https://`) {
			return p.mentions("net/http.Redirect", "net/http.RedirectHandler")
		}
	}
	return gocode.Imports(p.Pkg, "golang.org/x/crypto/acme/autocert")
}

func (p *plain) takesPasswords() bool {
	for cur, fn := range gocode.Calls(p.Pass) {
		call := cur.Node().(*ast.CallExpr)
		switch gocode.FuncName(fn) {
		case "net/http.Request.BasicAuth":
			return true
		case "net/http.Request.FormValue", "net/http.Request.PostFormValue":
			if field, ok := gocode.String(p.TypesInfo, call.Args[0]); ok && gocode.IsPassword(field) {
				return true
			}
		}
	}
	return false
}

func (p *plain) mentions(names ...string) bool {
	for _, fn := range gocode.Calls(p.Pass) {
		if slices.Contains(names, gocode.FuncName(fn)) {
			return true
		}
	}
	return false
}
