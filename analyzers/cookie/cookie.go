package cookie

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports session cookies without Secure or HttpOnly.
var Analyzer = &analysis.Analyzer{
	Name:     "cookie",
	Doc:      "report session cookies without Secure or HttpOnly",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat       = "GOH-004"
	notSecure    = "Someone on the visitor's network can take this session cookie and continue the session because it lacks Secure and so also travels over plain HTTP."
	notHTTPOnly  = "A script that gets onto the page can take this session cookie and continue the session because it lacks HttpOnly."
	neither      = "Someone on the visitor's network, or a script that gets onto the page, can take this session cookie and continue the session because it lacks Secure and HttpOnly."
	notReplaced  = "Whoever uses the browser next can go on with the session that this is to end because, where the site also answers over plain HTTP, browsers do not let a cookie without Secure replace one that has it."
	sameSiteNone = "A foreign web page can act with a visitor's session because this session cookie goes along with requests that other sites start and nothing checks where they come from."
)

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, "net/http", sessions, "github.com/gin-gonic/gin", "github.com/gofiber/fiber") {
		return nil, nil
	}
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil)) {
		lit := cur.Node().(*ast.CompositeLit)
		switch {
		case !gocode.Keyed(lit):
		case endsSession(pass.TypesInfo, lit):
			if lacks(pass, cur, lit, "Secure") {
				gocode.Report(pass, place(lit, "Secure"), "GOH-071", notReplaced, fix(pass, lit, "Secure")...)
			}
		case isSession(pass, cur, lit):
			check(pass, cur, lit)
		}
	}
	for cur, fn := range gocode.Calls(pass) {
		if gocode.FuncName(fn) == "github.com/gin-gonic/gin.Context.SetCookie" {
			ginCookie(pass, cur.Node().(*ast.CallExpr))
		}
	}
	return nil, nil
}

const sessions = "github.com/gorilla/sessions"

// endsSession reports whether a literal says how the cookie of a session store
// is sent to end the session.
func endsSession(info *types.Info, lit *ast.CompositeLit) bool {
	return gocode.TypeName(info.TypeOf(lit)) == sessions+".Options" && deletes(info, lit)
}

// isSession reports whether a literal is the cookie of a session that is set,
// and not deleted, in a response.
func isSession(pass *analysis.Pass, cur inspector.Cursor, lit *ast.CompositeLit) bool {
	info := pass.TypesInfo
	if deletes(info, lit) {
		return false
	}
	switch gocode.TypeName(info.TypeOf(lit)) {
	case sessions + ".Options":
		return true
	case "net/http.Cookie", "github.com/gofiber/fiber.Cookie":
		return speaksOfSession(pass, lit) && isSent(info, cur)
	}
	return false
}

// check reports the flags that the literal lacks.
func check(pass *analysis.Pass, cur inspector.Cursor, lit *ast.CompositeLit) {
	name := "HttpOnly"
	if gocode.TypeName(pass.TypesInfo.TypeOf(lit)) == "github.com/gofiber/fiber.Cookie" {
		name = "HTTPOnly"
	}
	open, readable := lacks(pass, cur, lit, "Secure"), lacks(pass, cur, lit, name)
	switch {
	case open && readable:
		gocode.Report(pass, place(lit, "Secure", name), threat, neither, fix(pass, lit, "Secure", name)...)
	case open:
		gocode.Report(pass, place(lit, "Secure"), threat, notSecure, fix(pass, lit, "Secure")...)
	case readable:
		gocode.Report(pass, place(lit, name), threat, notHTTPOnly, fix(pass, lit, name)...)
	}
	if none := gocode.Field(lit, "SameSite"); none != nil && !guardsForgery(pass.Pkg) {
		if v, ok := gocode.Int(pass.TypesInfo, none.Value); ok && v == sameSiteNoneMode {
			gocode.Report(pass, none, threat, sameSiteNone)
		}
	}
}

// sameSiteNoneMode is the value of http.SameSiteNoneMode.
const sameSiteNoneMode = 4

func guardsForgery(pkg *types.Package) bool {
	return gocode.Imports(pkg, "github.com/gorilla/csrf", "github.com/justinas/nosurf", "filippo.io/csrf")
}

// lacks reports whether a flag is certainly off: missing or false in the
// literal and not set on the variable that holds it.
func lacks(pass *analysis.Pass, cur inspector.Cursor, lit *ast.CompositeLit, flag string) bool {
	if kv := gocode.Field(lit, flag); kv != nil {
		on, known := gocode.Bool(pass.TypesInfo, kv.Value)
		return known && !on
	}
	holder := gocode.Holder(pass.TypesInfo, cur)
	fn, ok := gocode.Outermost(cur)
	if holder == nil || !ok {
		return true
	}
	for c := range fn.Cursor.Preorder((*ast.AssignStmt)(nil)) {
		for _, lhs := range c.Node().(*ast.AssignStmt).Lhs {
			sel, ok := lhs.(*ast.SelectorExpr)
			if ok && sel.Sel.Name == flag && gocode.Object(pass.TypesInfo, sel.X) == holder {
				return false
			}
		}
	}
	return true
}

// place returns the field that says no, else the literal.
func place(lit *ast.CompositeLit, flags ...string) ast.Node {
	for _, flag := range flags {
		if kv := gocode.Field(lit, flag); kv != nil {
			return kv
		}
	}
	return lit
}

func fix(pass *analysis.Pass, lit *ast.CompositeLit, flags ...string) []analysis.SuggestedFix {
	var edits []analysis.TextEdit
	for _, flag := range flags {
		if kv := gocode.Field(lit, flag); kv != nil {
			edits = append(edits, gocode.Replace(kv.Value, "true"))
		} else {
			edits = append(edits, gocode.SetField(pass, lit, flag, "true"))
		}
	}
	return gocode.Fix("Keep the cookie from scripts and from plain HTTP", edits...)
}

// deletes reports whether a cookie is made to end one: a negative age or no
// value at all.
func deletes(info *types.Info, lit *ast.CompositeLit) bool {
	if age := gocode.Field(lit, "MaxAge"); age != nil {
		if v, ok := gocode.Int(info, age.Value); ok && v < 0 {
			return true
		}
	}
	if value := gocode.Field(lit, "Value"); value != nil {
		text, ok := gocode.String(info, value.Value)
		return ok && text == ""
	}
	return false
}

var sessionWords = []string{
	"session", "sess", "sid", "sessionid", "jsessionid", "phpsessid", "auth", "authtoken", "token", "jwt", "login", "remember", "rememberme",
}

// speaksOfSession reports whether the name or the value of a cookie speaks of
// a session.
func speaksOfSession(pass *analysis.Pass, lit *ast.CompositeLit) bool {
	name, value := gocode.Field(lit, "Name"), gocode.Field(lit, "Value")
	if name != nil && namesSession(pass, name.Value) {
		return true
	}
	if value == nil {
		return false
	}
	spoken := gocode.NameOf(pass.TypesInfo, value.Value)
	return (gocode.IsCredential(spoken) || gocode.IsToken(spoken)) && !gocode.HasWord(spoken, "csrf", "xsrf")
}

func namesSession(pass *analysis.Pass, name ast.Expr) bool {
	text, ok := gocode.ValuesOf(pass).Text(name)
	if !ok {
		text = gocode.NameOf(pass.TypesInfo, name)
	}
	return gocode.HasWord(text, sessionWords...) && !gocode.HasWord(text, "csrf", "xsrf", "state")
}

// isSent reports whether the cookie goes into a response, or is returned by
// the function, and not into a request.
func isSent(info *types.Info, cur inspector.Cursor) bool {
	if holder := gocode.Holder(info, cur); holder != nil {
		fn, ok := gocode.Outermost(cur)
		return ok && sends(info, fn.Cursor, func(e ast.Expr) bool { return gocode.Root(info, e) == holder })
	}
	for outer := range cur.Enclosing((*ast.CallExpr)(nil), (*ast.ReturnStmt)(nil)) {
		return sends(info, outer, func(e ast.Expr) bool { return e.Pos() <= cur.Node().Pos() && cur.Node().End() <= e.End() })
	}
	return false
}

var setters = []string{
	"net/http.SetCookie", "github.com/labstack/echo.Context.SetCookie", "github.com/gofiber/fiber.Ctx.Cookie",
}

func sends(info *types.Info, in inspector.Cursor, is func(ast.Expr) bool) bool {
	for c := range in.Preorder((*ast.CallExpr)(nil), (*ast.ReturnStmt)(nil)) {
		switch n := c.Node().(type) {
		case *ast.CallExpr:
			if _, ok := gocode.IsCall(info, n, setters...); ok && slices.ContainsFunc(n.Args, is) {
				return true
			}
		case *ast.ReturnStmt:
			if slices.ContainsFunc(n.Results, is) {
				return true
			}
		}
	}
	return false
}

// ginCookie checks the arguments of SetCookie: name, value, age, path, domain,
// secure, httpOnly.
func ginCookie(pass *analysis.Pass, call *ast.CallExpr) {
	if len(call.Args) != 7 || !namesSession(pass, call.Args[0]) {
		return
	}
	if age, ok := gocode.Int(pass.TypesInfo, call.Args[2]); ok && age < 0 {
		return
	}
	for i, message := range []string{notSecure, notHTTPOnly} {
		flag := call.Args[5+i]
		if on, known := gocode.Bool(pass.TypesInfo, flag); known && !on {
			gocode.Report(pass, flag, threat, message, gocode.Fix("Keep the cookie from scripts and from plain HTTP", gocode.Replace(flag, "true"))...)
		}
	}
}
