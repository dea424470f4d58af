package routeauth

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports routes without the check of the caller that their siblings
// have.
var Analyzer = &analysis.Analyzer{
	Name:      "routeauth",
	Doc:       "report routes without the check of the caller that their siblings have",
	Requires:  []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:       run,
	FactTypes: []analysis.Fact{new(asksCaller)},
}

const (
	open    = "Anyone can call this route without signing in because it lacks the check of the caller that most routes beside it have."
	noRoles = "Any signed-in user can use this administrator's function because the route checks who the caller is but not what they may do."
)

func run(pass *analysis.Pass) (any, error) {
	j := &judge{pass, gocode.ValuesOf(pass)}
	j.exportFacts()
	routes := gocode.Routes(pass)
	if len(routes) < 3 {
		return nil, nil
	}
	for _, siblings := range byRouter(routes) {
		checked, unchecked := j.sort(siblings)
		if len(checked) >= 2 && len(checked) > len(unchecked) {
			j.reportOpen(checked, unchecked)
		}
		j.reportAdmin(checked)
	}
	return nil, nil
}

// byRouter groups routes by their router, in source order.
func byRouter(routes []gocode.Route) [][]gocode.Route {
	var groups [][]gocode.Route
	index := map[types.Object]int{}
	for _, r := range routes {
		i, ok := index[r.Root]
		if !ok {
			i = len(groups)
			index[r.Root] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], r)
	}
	return groups
}

type judge struct {
	*analysis.Pass
	values *gocode.Assigned
}

// sort tells routes with a check of the caller from those without; those made
// for everyone are left out.
func (j *judge) sort(routes []gocode.Route) (checked, unchecked []gocode.Route) {
	for _, r := range routes {
		switch {
		case slices.ContainsFunc(r.Wrappers, j.values.ChecksCaller):
			checked = append(checked, r)
		case !isForEveryone(r):
			unchecked = append(unchecked, r)
		}
	}
	return checked, unchecked
}

var everyone = []string{
	"health", "healthz", "livez", "readyz", "ready", "live", "ping", "status", "version", "metrics", "debug",
	"login", "signin", "logout", "signout", "signup", "register", "auth", "oauth", "oauth2", "oidc", "saml", "sso", "callback", "token", "session", "sessions",
	"password", "forgot", "reset", "confirm", "verify", "activate", "invite", "csp", "csrf",
	"static", "assets", "public", "favicon", "robots", "css", "js", "img", "images", "docs", "swagger", "openapi", "well", "about", "terms", "privacy", "contact", "index",
	"webhook", "webhooks", "hook", "hooks", "unsubscribe", "feed", "rss", "sitemap",
}

// isForEveryone reports whether a path is one that must work, or may well
// work, without signing in.
func isForEveryone(r gocode.Route) bool {
	segments := r.Segments()
	if len(segments) == 0 || segments[0] == "{$}" || segments[0] == "*" {
		return true
	}
	return slices.ContainsFunc(segments, func(s string) bool { return gocode.HasWord(s, everyone...) })
}

func (j *judge) reportOpen(checked, unchecked []gocode.Route) {
	for _, r := range unchecked {
		sibling := func(other gocode.Route) bool { return kind(other) == kind(r) && !other.Mutates() }
		if !j.mutates(r) && !slices.ContainsFunc(checked, sibling) {
			continue
		}
		if !j.asksItself(r) {
			gocode.Report(j.Pass, r.Pattern, "GW-001", open)
		}
	}
}

// kind returns what a route is about: the first part of its path that is not
// a version.
func kind(r gocode.Route) string {
	for _, s := range r.Segments() {
		if s != "api" && !(len(s) <= 3 && s[0] == 'v') {
			return s
		}
	}
	return ""
}

// mutates reports whether a route changes something, by its method or, where
// it takes every method, by the name of its handler.
func (j *judge) mutates(r gocode.Route) bool {
	if r.Method != "" {
		return r.Mutates()
	}
	words := gocode.Words(gocode.NameOf(j.TypesInfo, r.Handler))
	return slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"create", "update", "delete", "remove", "add", "set", "save", "post", "put", "patch", "edit", "cancel", "approve", "transfer", "upload", "purge", "reset"}, w)
	})
}

// asks reports whether a call reads a credential, or leaves the question to a
// function whose name says that it checks the caller.
func asks(fn *types.Func, call *ast.CallExpr) bool {
	switch gocode.FuncName(fn) {
	case "net/http.Request.BasicAuth", "net/http.Request.Cookie":
		return true
	case "net/http.Header.Get":
		lit, ok := call.Args[0].(*ast.BasicLit)
		return ok && gocode.HasWord(lit.Value, "authorization", "token", "key", "signature")
	}
	return gocode.HasWord(fn.Name(), "auth", "authenticate", "authorize", "authorized", "authenticated", "session", "permission", "signature")
}

var adminWords = []string{"admin", "administrator", "admins", "superuser", "backoffice", "sudo"}

var roleWords = append([]string{"role", "roles", "permission", "permissions", "rbac", "acl", "scope", "scopes", "authorize", "authorized", "authorizer", "authz", "policy", "staff", "can", "may", "allow", "allowed", "grant", "level", "privileged", "group", "groups"}, adminWords...)

// reportAdmin reports administrators' routes whose every check is one that
// other routes have too.
func (j *judge) reportAdmin(checked []gocode.Route) {
	common := map[string]bool{}
	for _, r := range checked {
		if !isAdmin(r) {
			for _, w := range r.Wrappers {
				common[types.ExprString(w)] = true
			}
		}
	}
	for _, r := range checked {
		if !isAdmin(r) || j.asksRole(r) {
			continue
		}
		special := func(w ast.Expr) bool { return !common[types.ExprString(w)] || j.namesRole(w) }
		if !slices.ContainsFunc(r.Wrappers, special) {
			gocode.Report(j.Pass, r.Pattern, "GOH-040", noRoles)
		}
	}
}

func isAdmin(r gocode.Route) bool {
	return slices.ContainsFunc(r.Segments(), func(s string) bool { return gocode.HasWord(s, adminWords...) })
}

// namesRole reports whether a wrapper speaks of roles, by its name, its
// arguments, or what it does.
func (j *judge) namesRole(w ast.Expr) bool {
	if gocode.HasWord(types.ExprString(w), roleWords...) {
		return true
	}
	if call, ok := ast.Unparen(w).(*ast.CallExpr); ok {
		w = call.Fun
	}
	body := j.values.Body(w)
	return body != nil && speaksOfRoles(body)
}

// asksRole reports whether a handler looks at the caller's role itself, or
// cannot be seen.
func (j *judge) asksRole(r gocode.Route) bool {
	body := j.values.Body(r.Handler)
	return body == nil || speaksOfRoles(body) || j.values.Refuses(r.Handler)
}

func speaksOfRoles(body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && gocode.HasWord(id.Name, roleWords...) {
			found = true
		}
		return !found
	})
	return found
}
