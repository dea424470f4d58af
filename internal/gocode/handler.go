package gocode

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"
)

// Contexts are the types by which web frameworks hand a request to a handler,
// and the answer back.
var Contexts = []string{
	"github.com/gin-gonic/gin.Context",
	"github.com/labstack/echo.Context",
	"github.com/gofiber/fiber.Ctx",
	"github.com/valyala/fasthttp.RequestCtx",
}

// Handler is what a function that answers requests is given.
type Handler struct {
	Writer  types.Object // the http.ResponseWriter, or nil
	Request types.Object // the *http.Request, or nil
	Context types.Object // a framework's context, or nil
}

// HandlerOf returns what a function is given to answer a request with, if it
// is one that answers requests.
func HandlerOf(info *types.Info, typ *ast.FuncType) (Handler, bool) {
	var h Handler
	if typ.Params == nil {
		return h, false
	}
	for _, field := range typ.Params.List {
		t := TypeName(info.TypeOf(field.Type))
		for _, name := range field.Names {
			obj := info.ObjectOf(name)
			switch {
			case t == "net/http.ResponseWriter":
				h.Writer = obj
			case t == "net/http.Request":
				h.Request = obj
			case slices.Contains(Contexts, t):
				h.Context = obj
			}
		}
	}
	return h, h.Writer != nil && h.Request != nil || h.Context != nil
}

// InHandler returns the handler around the cursor, also when the cursor is in
// a function literal inside it.
func InHandler(info *types.Info, cur inspector.Cursor) (Handler, Function, bool) {
	for outer := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		fn, ok := asFunction(outer)
		if !ok {
			continue
		}
		if h, ok := HandlerOf(info, fn.Type); ok {
			return h, fn, true
		}
	}
	return Handler{}, Function{}, false
}

// IsRequestBody reports whether an expression is the body of a request that a
// server got: r.Body of an *http.Request.
func IsRequestBody(info *types.Info, e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Body" && IsType(info, sel.X, "net/http.Request")
}
