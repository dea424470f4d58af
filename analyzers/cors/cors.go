package cors

import (
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports servers that allow every origin with credentials.
var Analyzer = &analysis.Analyzer{
	Name:     "cors",
	Doc:      "report servers that allow every origin with credentials",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat   = "GOH-024"
	everyone = "A foreign web page can read a signed-in visitor's data because this server answers every origin and accepts the visitor's credentials with it."
	partial  = "A foreign web page can read a signed-in visitor's data because its operator can choose a host name that passes this test of the origin."
)

func run(pass *analysis.Pass) (any, error) {
	c := &checker{pass, gocode.ValuesOf(pass)}
	for cur := range gocode.All(pass, (*ast.CompositeLit)(nil)) {
		c.literal(cur.Node().(*ast.CompositeLit))
	}
	for fn := range gocode.Declared(pass) {
		c.byHand(fn)
	}
	return nil, nil
}

type checker struct {
	*analysis.Pass
	values *gocode.Assigned
}

var options = []string{
	"github.com/rs/cors.Options", "github.com/go-chi/cors.Options", "github.com/gin-contrib/cors.Config",
	"github.com/labstack/echo/middleware.CORSConfig", "github.com/gofiber/fiber/middleware/cors.Config",
}

// literal checks the options of a library.
func (c *checker) literal(lit *ast.CompositeLit) {
	if !slices.Contains(options, gocode.TypeName(c.TypesInfo.TypeOf(lit))) || !c.isTrue(lit, "AllowCredentials") {
		return
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return
		}
		name, ok := kv.Key.(*ast.Ident)
		if ok && c.allowsAll(name.Name, kv.Value) {
			gocode.Report(c.Pass, kv, threat, everyone)
			return
		}
	}
}

func (c *checker) isTrue(lit *ast.CompositeLit, field string) bool {
	kv := gocode.Field(lit, field)
	if kv == nil {
		return false
	}
	v, _ := gocode.Bool(c.TypesInfo, kv.Value)
	return v
}

func (c *checker) allowsAll(field string, value ast.Expr) bool {
	switch field {
	case "AllowedOrigins", "AllowOrigins":
		if text, ok := c.values.Text(value); ok {
			return text == "*"
		}
		list, ok := c.values.Origin(value).(*ast.CompositeLit)
		return ok && slices.ContainsFunc(list.Elts, func(e ast.Expr) bool {
			text, ok := c.values.Text(e)
			return ok && (text == "*" || text == "https://*" || text == "http://*")
		})
	case "AllowAllOrigins":
		v, _ := gocode.Bool(c.TypesInfo, value)
		return v
	case "AllowOriginFunc", "AllowOriginRequestFunc", "AllowOriginsFunc":
		body := c.values.Body(value)
		return body != nil && gocode.ReturnsOnly(body, "true")
	}
	return false
}

// byHand checks a function that sets the headers itself.
func (c *checker) byHand(fn gocode.Function) {
	origin, credentials := c.headers(fn)
	if origin == nil || !credentials {
		return
	}
	if _, ok := c.values.Text(origin); ok {
		return // browsers send no credentials to whoever answers "*"
	}
	asked := gocode.Derive(c.TypesInfo, fn.Body, c.isOrigin)
	if !asked.Has(origin) {
		return
	}
	switch test := c.testOf(fn, asked); test {
	case none:
		gocode.Report(c.Pass, origin, threat, everyone)
	case loose:
		gocode.Report(c.Pass, origin, threat, partial)
	}
}

// headers returns the origin that a function allows, and whether it allows
// credentials.
func (c *checker) headers(fn gocode.Function) (origin ast.Expr, credentials bool) {
	for cur := range fn.Cursor.Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		callee := gocode.Callee(c.TypesInfo, call)
		if callee == nil || len(call.Args) != 2 || !slices.Contains([]string{"Set", "Add", "Header"}, callee.Name()) {
			continue
		}
		name, _ := c.values.Text(call.Args[0])
		switch strings.ToLower(name) {
		case "access-control-allow-origin":
			origin = call.Args[1]
		case "access-control-allow-credentials":
			text, ok := c.values.Text(call.Args[1])
			credentials = ok && text == "true"
		}
	}
	return origin, credentials
}

// isOrigin reports whether an expression reads the caller's origin.
func (c *checker) isOrigin(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return false
	}
	fn := gocode.Callee(c.TypesInfo, call)
	if fn == nil || !slices.Contains([]string{"Get", "GetHeader", "Values"}, fn.Name()) {
		return false
	}
	name, ok := c.values.Text(call.Args[0])
	return ok && strings.EqualFold(name, "Origin")
}
