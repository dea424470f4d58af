package gocode

import (
	"go/ast"
	"go/types"
	"slices"
)

var authWords = []string{
	"auth", "authn", "authz", "authed", "authenticate", "authenticated", "authenticator", "authentication", "authorize", "authorized",
	"authorization", "authorizer", "login", "loggedin", "signedin", "session", "sessions", "jwt", "bearer", "token", "protect", "protected",
	"admin", "admins", "acl", "rbac", "permission", "permissions", "role", "roles", "apikey", "identity", "principal", "restrict", "restricted",
}

var notAuthWords = []string{"csrf", "xsrf", "rate", "limit", "limiter", "logger", "logging"}

// ChecksCaller reports whether a function around handlers finds out who calls:
// by its name, or because it is of this package and answers 401 or 403.
func (a *Assigned) ChecksCaller(wrapper ast.Expr) bool {
	for _, name := range names(wrapper) {
		if HasWord(name, notAuthWords...) {
			return false
		}
		words := Words(name)
		if HasWord(name, authWords...) || slices.Contains(words, "user") && HasWord(name, "require", "required", "requires", "must", "with", "need", "needs", "current", "only") {
			return true
		}
	}
	if call, ok := ast.Unparen(wrapper).(*ast.CallExpr); ok {
		return a.Refuses(call.Fun)
	}
	return a.Refuses(wrapper)
}

// names returns the names in an expression: auth and Required in
// auth.Required("x").
func names(e ast.Expr) []string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return []string{e.Name}
	case *ast.SelectorExpr:
		return append(names(e.X), e.Sel.Name)
	case *ast.CallExpr:
		return names(e.Fun)
	}
	return nil
}

// Refuses reports whether a function of the package mentions the status
// Unauthorized or Forbidden.
func (a *Assigned) Refuses(fn ast.Expr) bool {
	body := a.Body(fn)
	return body != nil && MentionsRefusal(a.pass.TypesInfo, body)
}

// MentionsRefusal reports whether code mentions the status Unauthorized or
// Forbidden.
func MentionsRefusal(info *types.Info, body ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && !found {
			status, known := Int(info, e)
			found = known && (status == 401 || status == 403)
		}
		return !found
	})
	return found
}

var subjectWords = []string{"user", "subject", "claims", "principal", "account", "identity", "caller", "actor", "uid", "userid", "customer", "member", "viewer"}

// IsSubject reports whether an expression asks who the caller is: a function
// such as currentUser(r) that is given nothing but the request or its context,
// or a value of the context under a name such as userKey.
func IsSubject(info *types.Info, e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := Callee(info, call)
	if fn == nil {
		return false
	}
	switch FuncName(fn) {
	case "context.Context.Value", "github.com/gin-gonic/gin.Context.Get", "github.com/gin-gonic/gin.Context.MustGet", "github.com/gin-gonic/gin.Context.GetString",
		"github.com/labstack/echo.Context.Get", "github.com/gofiber/fiber.Ctx.Locals":
		text, _ := String(info, call.Args[0])
		return HasWord(text, subjectWords...) || namesSubject(call.Args[0])
	}
	if !HasWord(fn.Name(), subjectWords...) || len(call.Args) == 0 {
		return false
	}
	return !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return !isRequestOrContext(info, arg) })
}

func namesSubject(key ast.Expr) bool {
	if lit, ok := ast.Unparen(key).(*ast.CompositeLit); ok {
		key = lit.Type
	}
	return slices.ContainsFunc(names(key), func(name string) bool { return HasWord(name, subjectWords...) })
}

func isRequestOrContext(info *types.Info, e ast.Expr) bool {
	return IsType(info, e, append([]string{"net/http.Request", "context.Context"}, Contexts...)...)
}
