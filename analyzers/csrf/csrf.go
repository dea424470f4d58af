package csrf

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports what lets forged requests through.
var Analyzer = &analysis.Analyzer{
	Name:     "csrf",
	Doc:      "report exceptions that undo the protection against forged requests",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat    = "GOH-005"
	all       = "A foreign web page can act with a visitor's login because this exception covers every path, so that forged requests are let through."
	chosen    = "A foreign web page can act with a visitor's login because the request itself says for which paths forged requests are let through."
	origin    = "Someone on the visitor's network can act with the visitor's login because a page that comes over plain HTTP is trusted."
	websocket = "A foreign web page can talk over this connection with a visitor's login because every origin is accepted and the browser sends the cookies along."
)

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/http") {
		return nil, nil
	}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		switch gocode.FuncName(fn) {
		case "net/http.CrossOriginProtection.AddInsecureBypassPattern":
			bypass(pass, cur, call)
		case "net/http.CrossOriginProtection.AddTrustedOrigin":
			if text, ok := gocode.ValuesOf(pass).Text(call.Args[0]); ok && strings.HasPrefix(text, "http://") && gocode.Listener(strings.TrimPrefix(text, "http://")) != gocode.ReachLoopback {
				gocode.Report(pass, call, threat, origin)
			}
		}
	}
	upgraders(pass)
	routes(pass)
	return nil, nil
}

// bypass reports an exception that covers every path, or one that a handler
// takes from what it was sent.
func bypass(pass *analysis.Pass, cur inspector.Cursor, call *ast.CallExpr) {
	if text, ok := gocode.ValuesOf(pass).Text(call.Args[0]); ok {
		if coversAll(text) {
			gocode.Report(pass, call, threat, all)
		}
		return
	}
	if h, fn, ok := gocode.InHandler(pass.TypesInfo, cur); ok {
		sent := gocode.Derive(pass.TypesInfo, fn.Body, func(e ast.Expr) bool {
			obj := gocode.Object(pass.TypesInfo, e)
			return obj != nil && (obj == h.Request || obj == h.Context)
		})
		if sent.Has(call.Args[0]) {
			gocode.Report(pass, call, threat, chosen)
		}
	}
}

// coversAll reports whether a pattern matches every path: its path is /, or
// nothing but wildcards.
func coversAll(pattern string) bool {
	if _, path, ok := strings.Cut(pattern, " "); ok {
		pattern = strings.TrimSpace(path)
	}
	i := strings.IndexByte(pattern, '/')
	if i < 0 {
		return false
	}
	switch rest := strings.Trim(pattern[i:], "/"); {
	case rest == "", rest == "*", rest == "**":
		return true
	default:
		return strings.HasPrefix(rest, "{") && strings.HasSuffix(rest, "...}") && !strings.Contains(rest, "/")
	}
}

// upgraders reports websockets that every origin may open, where callers are
// known by cookies.
func upgraders(pass *analysis.Pass) {
	if !gocode.Imports(pass.Pkg, "github.com/gorilla/websocket") || !readsCookies(pass) {
		return
	}
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.CompositeLit:
			if kv := gocode.Field(n, "CheckOrigin"); kv != nil && gocode.IsType(pass.TypesInfo, n, "github.com/gorilla/websocket.Upgrader") {
				acceptsAny(pass, kv.Value)
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				sel, ok := lhs.(*ast.SelectorExpr)
				if ok && sel.Sel.Name == "CheckOrigin" && len(n.Lhs) == len(n.Rhs) {
					acceptsAny(pass, n.Rhs[i])
				}
			}
		}
	}
}

func acceptsAny(pass *analysis.Pass, check ast.Expr) {
	if body := gocode.ValuesOf(pass).Body(check); body != nil && gocode.ReturnsOnly(body, "true") {
		gocode.Report(pass, check, threat, websocket)
	}
}

// readsCookies reports whether the package knows its callers by cookies.
func readsCookies(pass *analysis.Pass) bool {
	if gocode.Imports(pass.Pkg, "github.com/gorilla/sessions", "github.com/alexedwards/scs", "github.com/gin-contrib/sessions") {
		return true
	}
	for _, fn := range gocode.Calls(pass) {
		switch gocode.FuncName(fn) {
		case "net/http.Request.Cookie", "net/http.Request.Cookies", "github.com/gin-gonic/gin.Context.Cookie":
			return true
		}
	}
	return false
}
