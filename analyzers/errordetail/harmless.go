package errordetail

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gocode"
)

// parsers are packages whose errors speak of the text that they were given,
// which the caller has sent.
var parsers = []string{
	"encoding/", "net/url", "net/mail", "net/netip", "mime", "strconv", "time", "regexp", "unicode", "context", "crypto/rand", "html/template", "text/template",
}

// readers are functions whose errors speak of the request or of the connection
// that it came over.
var readers = []string{"io.ReadAll", "io.Copy", "io.WriteString", "fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln"}

// isHarmless reports whether an error, as it is at its place, can only be one
// whose text is made for callers: fixed, about what they sent, or about a
// connection that is gone.
func (c *checker) isHarmless(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		return c.isHarmlessName(e)
	case *ast.CallExpr:
		return c.isHarmlessCall(e)
	case *ast.UnaryExpr:
		return e.Op == token.AND && c.isHarmless(e.X)
	case *ast.CompositeLit:
		return !slices.ContainsFunc(e.Elts, func(elt ast.Expr) bool {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			return gocode.IsError(c.TypesInfo, elt)
		})
	}
	return false
}

func (c *checker) isHarmlessName(e ast.Expr) bool {
	v, ok := gocode.Object(c.TypesInfo, e).(*types.Var)
	if !ok || v.Pkg() == nil {
		return false
	}
	if v.Parent() == v.Pkg().Scope() {
		return true // a fixed error of a package
	}
	var last ast.Expr
	for _, g := range c.values.To(v) {
		// What err holds within err = fmt.Errorf("...: %w", err) it had before.
		if g.Value != nil && g.Value.End() <= e.Pos() {
			last = g.Value
		}
	}
	return last != nil && c.isHarmless(last)
}

func (c *checker) isHarmlessCall(call *ast.CallExpr) bool {
	if inner, ok := gocode.Conversion(c.TypesInfo, call); ok {
		return !gocode.IsError(c.TypesInfo, inner)
	}
	fn := gocode.Callee(c.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil {
		return true // a function value: nothing is known of it, so nothing is proven
	}
	name := gocode.FuncName(fn)
	switch {
	case name == "errors.New":
		return true
	case name == "fmt.Errorf", name == "errors.Join":
		return !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return gocode.IsError(c.TypesInfo, arg) && !c.isHarmless(arg) })
	case fn.Pkg() == c.Pkg:
		return c.failsHarmlessly(fn)
	}
	return speaksOfRequest(name)
}

func speaksOfRequest(name string) bool {
	for _, pkg := range parsers {
		if strings.HasPrefix(name, pkg+".") || strings.HasPrefix(name, pkg+"/") || strings.HasSuffix(pkg, "/") && strings.HasPrefix(name, pkg) {
			return true
		}
	}
	for _, t := range append([]string{"net/http.Request", "net/http.ResponseWriter", "mime/multipart.Reader"}, frameworks...) {
		if strings.HasPrefix(name, t+".") {
			return true
		}
	}
	return slices.Contains(readers, name)
}

// failsHarmlessly reports whether a function of the package returns errors, and
// harmless ones only.
func (c *checker) failsHarmlessly(fn *types.Func) bool {
	harmless, known := c.functions[fn]
	if known {
		return harmless
	}
	c.functions[fn] = true // for a function that calls itself
	decl := c.values.Declaration(fn)
	harmless = decl != nil && decl.Body != nil && c.returnsHarmless(decl)
	c.functions[fn] = harmless
	return harmless
}

func (c *checker) returnsHarmless(decl *ast.FuncDecl) bool {
	fails, harmless := false, true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) == 0 {
				harmless = false // named results: what they hold is not followed
				return false
			}
			last := n.Results[len(n.Results)-1]
			if tv := c.TypesInfo.Types[last]; tv.IsNil() {
				return false
			}
			fails = true
			harmless = harmless && c.isHarmless(last)
		}
		return true
	})
	return fails && harmless
}
