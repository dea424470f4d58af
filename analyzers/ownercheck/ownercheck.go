package ownercheck

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports records read or changed by an id from the request, whoever
// asks.
var Analyzer = &analysis.Analyzer{
	Name:     "ownercheck",
	Doc:      "report records read or changed by an id from the request, whoever asks",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "A signed-in user can get at another user's record by changing the id in the request because the query is not limited to what belongs to the caller."

func run(pass *analysis.Pass) (any, error) {
	values := gocode.ValuesOf(pass)
	for fn := range gocode.Functions(pass) {
		if _, ok := gocode.HandlerOf(pass.TypesInfo, fn.Type); !ok {
			continue
		}
		h := &handler{
			Pass:   pass,
			values: values,
			fn:     fn,
			id:     gocode.Derive(pass.TypesInfo, fn.Body, func(e ast.Expr) bool { return isID(values, pass.TypesInfo, e) }),
			caller: gocode.Derive(pass.TypesInfo, fn.Body, func(e ast.Expr) bool { return gocode.IsSubject(pass.TypesInfo, e) }),
		}
		if !h.caller.Any() || h.asksPermission() {
			continue
		}
		for cur := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
			if call := cur.Node().(*ast.CallExpr); h.fetchesAny(call) {
				gocode.Report(pass, call, "GOH-020", message)
			}
		}
	}
	return nil, nil
}

// handler is one handler, and what in it comes from where.
type handler struct {
	*analysis.Pass
	values *gocode.Assigned
	fn     gocode.Function
	id     *gocode.Derived
	caller *gocode.Derived
}

// isID reports whether an expression reads an id from the path or the query
// string.
func isID(values *gocode.Assigned, info *types.Info, e ast.Expr) bool {
	if ix, ok := e.(*ast.IndexExpr); ok {
		return gocode.CallName(info, values.Origin(ix.X)) == "github.com/gorilla/mux.Vars"
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return false
	}
	switch gocode.CallName(info, call) {
	case "net/http.Request.PathValue", "github.com/go-chi/chi.URLParam", "github.com/gin-gonic/gin.Context.Param",
		"github.com/labstack/echo.Context.Param", "github.com/gofiber/fiber.Ctx.Params", "github.com/julienschmidt/httprouter.Params.ByName":
		return true
	case "net/http.Request.FormValue", "net/url.Values.Get", "github.com/gin-gonic/gin.Context.Query", "github.com/labstack/echo.Context.QueryParam", "github.com/gofiber/fiber.Ctx.Query":
		key, _ := values.Text(call.Args[0])
		return gocode.HasWord(key, "id", "uuid", "number", "no", "ref")
	}
	return false
}

var permissionWords = []string{"can", "may", "allow", "allowed", "authorize", "authorized", "permit", "permitted", "permission", "owns", "owner", "owned", "belongs", "enforce", "policy", "access"}

// asksPermission reports whether the handler decides anything by who calls.
func (h *handler) asksPermission() bool {
	found := false
	ast.Inspect(h.fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			found = found || h.compares(n)
		case *ast.IfStmt:
			found = found || h.branches(n.Cond)
		case *ast.SwitchStmt:
			found = found || n.Tag != nil && h.caller.Has(n.Tag)
		case *ast.CallExpr:
			found = found || h.hands(n)
		}
		return !found
	})
	return found
}

// compares reports whether the caller is compared with something that may be
// an owner: not with nothing, and not with a constant.
func (h *handler) compares(n *ast.BinaryExpr) bool {
	for _, side := range []ast.Expr{n.X, n.Y} {
		if tv := h.TypesInfo.Types[side]; tv.IsNil() || tv.Value != nil && isEmpty(tv.Value.ExactString()) {
			return false
		}
	}
	return h.caller.Has(n.X) || h.caller.Has(n.Y)
}

func isEmpty(constant string) bool { return constant == `""` || constant == "0" || constant == "false" }

// branches reports whether a condition is a property of the caller, such as
// being an administrator.
func (h *handler) branches(cond ast.Expr) bool {
	if u, ok := cond.(*ast.UnaryExpr); ok {
		cond = u.X
	}
	switch e := cond.(type) {
	case *ast.SelectorExpr:
		return h.caller.Has(e)
	case *ast.CallExpr:
		return h.caller.Has(e)
	}
	return false
}

// hands reports whether a call is given the caller together with something
// else to judge, or has a name that speaks of permission.
func (h *handler) hands(call *ast.CallExpr) bool {
	fn := gocode.Callee(h.TypesInfo, call)
	if fn == nil {
		return false
	}
	if gocode.HasWord(fn.Name(), permissionWords...) {
		return true
	}
	if gocode.IsSubject(h.TypesInfo, call) || isOutput(fn) {
		return false
	}
	return slices.ContainsFunc(call.Args, h.caller.Has) || gocode.Receiver(call) != nil && fn.Signature().Recv() != nil && h.caller.Has(gocode.Receiver(call))
}

// isOutput reports whether a function only writes what it is given somewhere.
func isOutput(fn *types.Func) bool {
	name := gocode.FuncName(fn)
	for _, pkg := range []string{"log.", "log/slog.", "fmt.", "encoding/json.", "html/template.", "github.com/sirupsen/logrus.", "go.uber.org/zap."} {
		if strings.HasPrefix(name, pkg) {
			return true
		}
	}
	return false
}

// fetchesAny reports whether a call runs a query for the id alone.
func (h *handler) fetchesAny(call *ast.CallExpr) bool {
	if !slices.ContainsFunc(call.Args, h.id.Has) || slices.ContainsFunc(call.Args, h.caller.Has) {
		return false
	}
	if isQuery(h.values, h.TypesInfo, call) {
		return true
	}
	decl := h.values.Declaration(gocode.Callee(h.TypesInfo, call))
	if decl == nil || decl.Body == nil {
		return false
	}
	queries := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if inner, ok := n.(*ast.CallExpr); ok && isQuery(h.values, h.TypesInfo, inner) {
			queries = true
		}
		return !queries
	})
	return queries && !knowsCaller(h.TypesInfo, decl)
}

// knowsCaller reports whether a function finds out who calls.
func knowsCaller(info *types.Info, decl *ast.FuncDecl) bool {
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && gocode.IsSubject(info, e) {
			found = true
		}
		return !found
	})
	return found
}
