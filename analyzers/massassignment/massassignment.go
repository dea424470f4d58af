package massassignment

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports requests that are decoded into what is stored.
var Analyzer = &analysis.Analyzer{
	Name:     "massassignment",
	Doc:      "report requests that are decoded into what is stored, privileged fields included",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "A user can set the field %s, which is not theirs to decide, because the whole request is decoded into what is stored."

func run(pass *analysis.Pass) (any, error) {
	a := &assignment{pass, gocode.ValuesOf(pass)}
	for cur, fn := range gocode.Calls(pass) {
		_, handler, ok := gocode.InHandler(pass.TypesInfo, cur)
		if !ok {
			continue
		}
		call := cur.Node().(*ast.CallExpr)
		into, tags := a.decoded(call, gocode.FuncName(fn))
		if into == nil {
			continue
		}
		if field := a.open(handler, into, tags); field != "" && a.stored(handler.Cursor, into, call.Pos()) && !forAdmins(pass.TypesInfo, handler) {
			gocode.Report(pass, call, "GOH-012", fmt.Sprintf(message, field))
		}
	}
	return nil, nil
}

type assignment struct {
	*analysis.Pass
	values *gocode.Assigned
}

// binders are the methods of frameworks that fill their first argument from
// the request, and the key of the tags that they go by.
var binders = map[string][]string{
	"github.com/gin-gonic/gin.Context.Bind": {"json", "form"}, "github.com/gin-gonic/gin.Context.ShouldBind": {"json", "form"},
	"github.com/gin-gonic/gin.Context.BindJSON": {"json"}, "github.com/gin-gonic/gin.Context.ShouldBindJSON": {"json"},
	"github.com/labstack/echo.Context.Bind":        {"json", "form"},
	"github.com/gofiber/fiber.Ctx.BodyParser":      {"json", "form"},
	"encoding/json.Decoder.Decode":                 {"json"},
	"encoding/json.Unmarshal":                      {"json"},
	"encoding/xml.Decoder.Decode":                  {"xml"},
	"github.com/gorilla/schema.Decoder.Decode":     {"schema"},
	"github.com/go-chi/render.DecodeJSON":          {"json"},
	"github.com/go-playground/form.Decoder.Decode": {"form"},
}

// decoded returns the variable that a call fills with what a request holds,
// and the keys of the tags that it goes by.
func (a *assignment) decoded(call *ast.CallExpr, name string) (types.Object, []string) {
	tags, ok := binders[name]
	if !ok {
		return nil, nil
	}
	target := call.Args[0]
	switch name {
	case "encoding/json.Unmarshal", "github.com/go-chi/render.DecodeJSON":
		if len(call.Args) < 2 || !a.isBody(call.Args[0]) {
			return nil, nil
		}
		target = call.Args[1]
	case "encoding/json.Decoder.Decode", "encoding/xml.Decoder.Decode":
		made := a.values.Call(gocode.Receiver(call))
		if made == nil || len(made.Args) != 1 || !a.isBody(made.Args[0]) {
			return nil, nil
		}
	}
	if u, ok := ast.Unparen(target).(*ast.UnaryExpr); ok && u.Op == token.AND {
		target = u.X
	}
	id, ok := ast.Unparen(target).(*ast.Ident)
	if !ok {
		return nil, nil
	}
	return a.TypesInfo.ObjectOf(id), tags
}

// isBody reports whether an expression is a request's body, or was read from
// it.
func (a *assignment) isBody(e ast.Expr) bool {
	e = a.values.Origin(e)
	if gocode.IsRequestBody(a.TypesInfo, e) {
		return true
	}
	call := a.values.Call(e)
	if call == nil {
		return false
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return gocode.IsRequestBody(a.TypesInfo, arg) })
}

// open returns the name of a privileged field that the request can set and
// the handler neither sets nor looks at.
func (a *assignment) open(handler gocode.Function, into types.Object, tags []string) string {
	if into == nil {
		return ""
	}
	t, ok := elem(into.Type()).Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	used := a.spokenOf(handler.Body, into)
	for i := range t.NumFields() {
		f := t.Field(i)
		if f.Exported() && !used[f.Name()] && isPrivileged(f) && settable(t.Tag(i), tags) {
			return f.Name()
		}
	}
	return ""
}

func elem(t types.Type) types.Type {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

var privileged = [][]string{
	{"role"}, {"roles"}, {"admin"}, {"is", "admin"}, {"is", "superuser"}, {"superuser"}, {"is", "staff"}, {"permissions"}, {"permission"}, {"privileges"}, {"scopes"}, {"groups"},
	{"owner"}, {"owner", "id"}, {"user", "id"}, {"tenant", "id"}, {"account", "id"}, {"org", "id"}, {"organization", "id"}, {"created", "by"}, {"creator", "id"}, {"author", "id"},
	{"verified"}, {"is", "verified"}, {"email", "verified"}, {"approved"}, {"is", "approved"}, {"balance"}, {"credit"}, {"credits"}, {"discount"}, {"paid"}, {"is", "paid"},
}

// isPrivileged reports whether a field decides over rights, ownership or
// money, by its name.
func isPrivileged(f *types.Var) bool {
	words := gocode.Words(strings.TrimSuffix(f.Name(), "Ids"))
	return slices.ContainsFunc(privileged, func(p []string) bool { return slices.Equal(p, words) })
}

// settable reports whether a decoder that goes by one of the tags fills a
// field.
func settable(tag string, keys []string) bool {
	for _, key := range keys {
		if i := strings.Index(tag, key+`:"`); i >= 0 && strings.HasPrefix(tag[i+len(key)+2:], `-"`) {
			return false
		}
	}
	return true
}

// spokenOf returns the fields of a variable that a handler speaks of, itself or
// in functions of the package that it hands the whole variable to for a check.
func (a *assignment) spokenOf(body ast.Node, v types.Object) map[string]bool {
	used := usedFields(a.TypesInfo, body, v)
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		for i, arg := range call.Args {
			if check, param := a.checkOf(call, i); check != nil && a.isWhole(arg, v) {
				maps.Copy(used, usedFields(a.TypesInfo, check, param))
			}
		}
		return true
	})
	return used
}

var checking = []string{"validate", "check", "verify", "authorize", "sanitize", "allowed", "can", "ensure"}

// checkOf returns the body of a function of the package that checks what it is
// given, and the parameter that an argument is handed to; nil for others.
func (a *assignment) checkOf(call *ast.CallExpr, arg int) (*ast.BlockStmt, types.Object) {
	callee := gocode.Callee(a.TypesInfo, call)
	if callee == nil || callee.Pkg() != a.Pkg || !gocode.HasWord(callee.Name(), checking...) || arg >= callee.Signature().Params().Len() {
		return nil, nil
	}
	for fn := range gocode.Declared(a.Pass) {
		if decl, ok := fn.Cursor.Node().(*ast.FuncDecl); ok && a.TypesInfo.Defs[decl.Name] == callee {
			return decl.Body, callee.Signature().Params().At(arg)
		}
	}
	return nil, nil
}

// usedFields returns the fields of a variable that a function speaks of: it
// sets or checks them.
func usedFields(info *types.Info, body ast.Node, v types.Object) map[string]bool {
	used := map[string]bool{}
	ast.Inspect(body, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && gocode.Root(info, sel.X) == v {
			used[sel.Sel.Name] = true
		}
		return true
	})
	return used
}

var storing = []string{"create", "save", "insert", "update", "updates", "upsert", "store", "put", "replace", "persist", "add"}

// stored reports whether a function hands a variable, as a whole, to something
// that stores it, after a position.
func (a *assignment) stored(fn inspector.Cursor, v types.Object, after token.Pos) bool {
	for c := range fn.Preorder((*ast.CallExpr)(nil)) {
		call := c.Node().(*ast.CallExpr)
		callee := gocode.Callee(a.TypesInfo, call)
		if callee == nil || call.Pos() < after || !slices.Contains(storing, gocode.Words(callee.Name())[0]) || inMemory(gocode.FuncName(callee)) {
			continue
		}
		if slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return a.isWhole(arg, v) }) {
			return true
		}
	}
	return false
}

var memory = []string{"sync.", "sync/", "container/", "math/", "expvar.", "strings.", "bytes.", "time.", "net/", "maps.", "slices."}

// inMemory reports whether a function of the standard library keeps what it
// is given in memory: a counter, a map, a group.
func inMemory(name string) bool {
	return slices.ContainsFunc(memory, func(p string) bool { return strings.HasPrefix(name, p) })
}

func (a *assignment) isWhole(arg ast.Expr, v types.Object) bool {
	switch e := ast.Unparen(arg).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.AND && a.isWhole(e.X, v)
	case *ast.StarExpr:
		return a.isWhole(e.X, v)
	case *ast.Ident:
		return a.TypesInfo.ObjectOf(e) == v
	}
	return false
}

// asksForAdmin reports whether a branch ends the handler for everyone whom a
// function named after administrators does not know.
func asksForAdmin(info *types.Info, branch *ast.IfStmt) bool {
	not, ok := ast.Unparen(branch.Cond).(*ast.UnaryExpr)
	if !ok || not.Op != token.NOT || len(branch.Body.List) == 0 {
		return false
	}
	call, ok := ast.Unparen(not.X).(*ast.CallExpr)
	if !ok {
		return false
	}
	_, leaves := branch.Body.List[len(branch.Body.List)-1].(*ast.ReturnStmt)
	callee := gocode.Callee(info, call)
	return leaves && callee != nil && gocode.HasWord(callee.Name(), "admin", "administrator", "superuser")
}

// forAdmins reports whether a handler is there for administrators: it says so
// by its name, or refuses others.
func forAdmins(info *types.Info, handler gocode.Function) bool {
	if gocode.HasWord(handler.Name, "admin", "superuser", "internal") {
		return true
	}
	found := false
	ast.Inspect(handler.Body, func(n ast.Node) bool {
		if branch, ok := n.(*ast.IfStmt); ok {
			found = found || asksForAdmin(info, branch)
		}
		if e, ok := n.(ast.Expr); ok && !found {
			status, known := gocode.Int(info, e)
			found = known && status == 403
		}
		return !found
	})
	return found
}
