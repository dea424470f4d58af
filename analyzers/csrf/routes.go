package csrf

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gocode"
)

const forgotten = "A foreign web page can make a visitor's browser call this route with the visitor's login because it lacks the protection against forged requests that routes beside it have."

// routes reports routes that change something without the protection against
// forged requests that their siblings have, where callers are known by cookies.
func routes(pass *analysis.Pass) {
	all := gocode.Routes(pass)
	if len(all) < 2 || !readsCookies(pass) {
		return
	}
	protected := map[types.Object]int{}
	for _, r := range all {
		if isProtected(pass.TypesInfo, r) {
			protected[r.Root]++
		}
	}
	for _, r := range all {
		if protected[r.Root] == 0 || !r.Mutates() || isProtected(pass.TypesInfo, r) || isForPrograms(r) || knowsByHeader(pass, r) {
			continue
		}
		gocode.Report(pass, r.Pattern, threat, forgotten)
	}
}

// isProtected reports whether a function around a handler keeps forged requests
// away: by its name, the package it is from, or the type it is a method of.
func isProtected(info *types.Info, r gocode.Route) bool {
	return slices.ContainsFunc(r.Wrappers, func(w ast.Expr) bool {
		if call, ok := ast.Unparen(w).(*ast.CallExpr); ok {
			w = call.Fun
		}
		if speaksOfForgery(types.ExprString(w)) {
			return true
		}
		sel, ok := ast.Unparen(w).(*ast.SelectorExpr)
		return ok && gocode.IsType(info, sel.X, "net/http.CrossOriginProtection")
	})
}

func speaksOfForgery(name string) bool {
	return gocode.HasWord(name, "csrf", "xsrf", "nosurf", "antiforgery", "forgery", "crossorigin", "sameorigin")
}

// isForPrograms reports whether a route is there for other programs, which have
// no cookies, by its path.
func isForPrograms(r gocode.Route) bool {
	return slices.ContainsFunc(r.Segments(), func(s string) bool {
		return gocode.HasWord(s, "webhook", "webhooks", "hook", "hooks", "callback", "api", "rpc", "oauth", "oauth2", "token", "metrics", "graphql", "internal", "acs", "saml", "csp")
	})
}

// knowsByHeader reports whether the check of the caller around a route, or its
// handler, reads a header that no browser sends by itself.
func knowsByHeader(pass *analysis.Pass, r gocode.Route) bool {
	values := gocode.ValuesOf(pass)
	for _, fn := range append(slices.Clone(r.Wrappers), r.Handler) {
		if call, ok := ast.Unparen(fn).(*ast.CallExpr); ok {
			fn = call.Fun
		}
		if gocode.HasWord(types.ExprString(fn), "bearer", "jwt", "apikey", "token", "hmac", "signature", "basic") {
			return true
		}
		body := values.Body(fn)
		if body == nil {
			continue
		}
		found := false
		ast.Inspect(body, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && gocode.CallName(pass.TypesInfo, call) == "net/http.Header.Get" {
				text, _ := gocode.String(pass.TypesInfo, call.Args[0])
				found = found || gocode.HasWord(text, "authorization", "token", "key", "signature", "csrf", "xsrf", "origin", "sec")
			}
			return !found
		})
		if found {
			return true
		}
	}
	return false
}
