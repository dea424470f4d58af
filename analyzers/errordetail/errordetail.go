package errordetail

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports internal error texts sent to callers.
var Analyzer = &analysis.Analyzer{
	Name:     "errordetail",
	Doc:      "report internal error texts sent to callers",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "Whoever makes this request fail learns how the service is built inside because the text of the internal error is sent back."

func run(pass *analysis.Pass) (any, error) {
	c := &checker{pass, gocode.ValuesOf(pass), map[*types.Func]bool{}}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		if !c.answers(call, fn) {
			continue
		}
		h, handler, ok := gocode.InHandler(pass.TypesInfo, cur)
		if !ok || !c.isAnswerOf(call, h) {
			continue
		}
		text := c.errorText(call)
		if text == nil || c.isHarmless(errorOf(text)) {
			continue
		}
		if !c.isCallersFault(cur, call, handler) || c.isInternal(text) {
			gocode.Report(pass, text, "GOH-022", message)
		}
	}
	return nil, nil
}

type checker struct {
	*analysis.Pass
	values *gocode.Assigned
	// functions tells of functions of the package whether they fail harmlessly.
	functions map[*types.Func]bool
}

var frameworks = []string{"github.com/gin-gonic/gin.Context", "github.com/labstack/echo.Context", "github.com/gofiber/fiber.Ctx"}

// answers reports whether a function writes to the caller.
func (c *checker) answers(call *ast.CallExpr, fn *types.Func) bool {
	name := gocode.FuncName(fn)
	switch name {
	case "net/http.Error", "fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln", "io.WriteString", "net/http.ResponseWriter.Write",
		"encoding/json.Encoder.Encode", "github.com/labstack/echo.NewHTTPError", "github.com/gofiber/fiber.NewError":
		return true
	}
	for _, framework := range frameworks {
		if method, ok := strings.CutPrefix(name, framework+"."); ok {
			return slices.Contains([]string{"JSON", "String", "HTML", "XML", "IndentedJSON", "AbortWithStatusJSON", "SendString", "JSONPretty"}, method)
		}
	}
	return false
}

// isAnswerOf reports whether a call writes to the answer of this handler, and
// not to a file or buffer.
func (c *checker) isAnswerOf(call *ast.CallExpr, h gocode.Handler) bool {
	switch gocode.CallName(c.TypesInfo, call) {
	case "net/http.Error", "fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln", "io.WriteString":
		return gocode.Root(c.TypesInfo, call.Args[0]) == h.Writer && h.Writer != nil
	case "net/http.ResponseWriter.Write":
		return true
	case "encoding/json.Encoder.Encode":
		made := c.values.Call(gocode.Receiver(call))
		return made != nil && len(made.Args) == 1 && h.Writer != nil && gocode.Root(c.TypesInfo, made.Args[0]) == h.Writer
	}
	return h.Context != nil
}

// errorText returns the part of a call's arguments that is the text of a plain
// error: err.Error(), or an error that is printed.
func (c *checker) errorText(call *ast.CallExpr) ast.Expr {
	for _, arg := range call.Args {
		if found := c.textIn(arg); found != nil {
			return found
		}
	}
	return nil
}

func (c *checker) textIn(arg ast.Expr) ast.Expr {
	if !gocode.IsError(c.TypesInfo, arg) {
		arg = c.values.Origin(arg)
	}
	prints := c.isPrinted(arg)
	var found ast.Expr
	ast.Inspect(arg, func(n ast.Node) bool {
		if found != nil {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if recv := gocode.Receiver(n); recv != nil && isErrorMethod(n) && gocode.IsError(c.TypesInfo, recv) {
				found = n
			}
			if strings.HasPrefix(gocode.CallName(c.TypesInfo, n), "errors.Is") {
				return false
			}
		case *ast.Ident:
			if prints && gocode.IsError(c.TypesInfo, n) && !isMade(c, n) {
				found = n
			}
		}
		return found == nil
	})
	return found
}

// isPrinted reports whether an argument is an error itself, or formats one.
func (c *checker) isPrinted(arg ast.Expr) bool {
	return gocode.IsError(c.TypesInfo, arg) || strings.HasPrefix(gocode.CallName(c.TypesInfo, arg), "fmt.Sprint")
}

// errorOf returns the error that a text is of.
func errorOf(text ast.Expr) ast.Expr {
	if call, ok := text.(*ast.CallExpr); ok && isErrorMethod(call) {
		return gocode.Receiver(call)
	}
	return text
}

func isErrorMethod(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Error" && len(call.Args) == 0
}

// isMade reports whether an error is a package's own fixed one.
func isMade(c *checker, id *ast.Ident) bool {
	v, ok := c.TypesInfo.ObjectOf(id).(*types.Var)
	return !ok || v.Parent() == v.Pkg().Scope()
}

// isCallersFault reports whether the status of an answer is 400 to 499: in the
// call itself, or in the WriteHeader before it.
func (c *checker) isCallersFault(cur inspector.Cursor, call *ast.CallExpr, handler gocode.Function) bool {
	for _, arg := range call.Args {
		if status, ok := gocode.Int(c.TypesInfo, arg); ok && status >= 400 && status < 600 {
			return status < 500
		}
	}
	last := int64(0)
	for inner := range handler.Cursor.Preorder((*ast.CallExpr)(nil)) {
		if inner.Node().Pos() >= cur.Node().Pos() {
			break
		}
		before := inner.Node().(*ast.CallExpr)
		fn := gocode.Callee(c.TypesInfo, before)
		if fn != nil && (fn.Name() == "WriteHeader" || fn.Name() == "Status") && len(before.Args) == 1 {
			last, _ = gocode.Int(c.TypesInfo, before.Args[0])
		}
	}
	return last >= 400 && last < 500
}

// isInternal reports whether every value of an error comes from a database or
// the file system.
func (c *checker) isInternal(text ast.Expr) bool {
	if call, ok := text.(*ast.CallExpr); ok {
		text = gocode.Receiver(call)
	}
	obj := gocode.Object(c.TypesInfo, text)
	given := c.values.To(obj)
	last := ""
	for _, g := range given {
		if g.Value != nil && g.Value.Pos() < text.Pos() {
			last = gocode.CallName(c.TypesInfo, g.Value)
		}
	}
	for _, pkg := range []string{"database/sql.", "os.", "github.com/jackc/pgx", "github.com/jmoiron/sqlx."} {
		if strings.HasPrefix(last, pkg) {
			return true
		}
	}
	return false
}
