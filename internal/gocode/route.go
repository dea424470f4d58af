package gocode

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// Route is one registration of a handler with a router.
type Route struct {
	Call     *ast.CallExpr
	Cursor   inspector.Cursor
	Router   types.Object // the variable or field that holds the router; nil for net/http's default one
	Root     types.Object // the router that Router is a group of, or Router itself
	Method   string       // empty where every method is taken
	Path     string       // with the prefixes of its groups
	Pattern  ast.Expr     // where the path is stated
	Handler  ast.Expr     // without its wrappers
	Wrappers []ast.Expr   // functions around the handler, and middleware of the route, its router and groups
}

// Mutates reports whether a route takes a method that is there to change
// something.
func (r Route) Mutates() bool {
	switch r.Method {
	case "POST", "PUT", "PATCH", "DELETE":
		return true
	}
	return false
}

// Segments returns the parts of a route's path in lower case.
func (r Route) Segments() []string {
	return strings.FieldsFunc(strings.ToLower(r.Path), func(c rune) bool { return c == '/' })
}

// routers are the types on which routes are registered.
var routers = []string{
	"net/http.ServeMux", "github.com/go-chi/chi.Router", "github.com/go-chi/chi.Mux", "github.com/gorilla/mux.Router",
	"github.com/gin-gonic/gin.Engine", "github.com/gin-gonic/gin.RouterGroup", "github.com/gin-gonic/gin.IRoutes", "github.com/gin-gonic/gin.IRouter",
	"github.com/labstack/echo.Echo", "github.com/labstack/echo.Group", "github.com/gofiber/fiber.App", "github.com/gofiber/fiber.Router", "github.com/gofiber/fiber.Group",
	"github.com/julienschmidt/httprouter.Router",
}

// group is what a router variable inherits.
type group struct {
	parent types.Object
	prefix string
	use    []ast.Expr
}

type routeFinder struct {
	*analysis.Pass
	values *Assigned
	groups map[types.Object]*group
}

// Routes returns the routes whose path is constant, in source order.
func Routes(pass *analysis.Pass) []Route {
	f := &routeFinder{pass, ValuesOf(pass), map[types.Object]*group{}}
	for cur, fn := range Calls(pass) {
		f.group(cur, cur.Node().(*ast.CallExpr), fn)
	}
	var routes []Route
	for cur, fn := range Calls(pass) {
		if r, ok := f.route(cur, fn); ok {
			routes = append(routes, r)
		}
	}
	return routes
}

func isRouter(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && slices.Contains(routers, TypeName(recv.Type()))
}

func (f *routeFinder) of(router types.Object) *group {
	g := f.groups[router]
	if g == nil {
		g = &group{}
		f.groups[router] = g
	}
	return g
}

// group records middleware that is put on a router, and routers made from it.
func (f *routeFinder) group(cur inspector.Cursor, call *ast.CallExpr, fn *types.Func) {
	if !isRouter(fn) && fn.Name() != "Subrouter" {
		return
	}
	router, with := f.receiver(call)
	if router == nil {
		return
	}
	switch fn.Name() {
	case "Use":
		f.of(router).use = append(f.of(router).use, call.Args...)
	case "Route", "Group", "Subrouter":
		sub := Holder(f.TypesInfo, cur)
		prefix, rest := "", call.Args
		if fn.Name() == "Subrouter" {
			prefix = f.pathPrefix(call)
		} else if len(rest) > 0 {
			if text, ok := f.values.Text(rest[0]); ok {
				prefix, rest = text, rest[1:]
			}
		}
		if len(rest) > 0 {
			if lit, ok := rest[len(rest)-1].(*ast.FuncLit); ok && len(lit.Type.Params.List) == 1 && len(lit.Type.Params.List[0].Names) == 1 {
				sub, rest = f.TypesInfo.ObjectOf(lit.Type.Params.List[0].Names[0]), rest[:len(rest)-1]
			}
		}
		if sub != nil && sub != router {
			f.groups[sub] = &group{parent: router, prefix: prefix, use: append(with, rest...)}
		}
	}
}

// pathPrefix returns the prefix in r.PathPrefix("/x").Subrouter().
func (f *routeFinder) pathPrefix(call *ast.CallExpr) string {
	for {
		inner, ok := ast.Unparen(Receiver(call)).(*ast.CallExpr)
		if !ok {
			return ""
		}
		if fn := Callee(f.TypesInfo, inner); fn != nil && fn.Name() == "PathPrefix" {
			text, _ := f.values.Text(inner.Args[0])
			return text
		}
		call = inner
	}
}

// receiver returns the router that a method is called on, and the middleware
// of With and the like on the way to it.
func (f *routeFinder) receiver(call *ast.CallExpr) (types.Object, []ast.Expr) {
	var with []ast.Expr
	recv := Receiver(call)
	for {
		inner, ok := ast.Unparen(recv).(*ast.CallExpr)
		if !ok {
			return Object(f.TypesInfo, recv), with
		}
		if fn := Callee(f.TypesInfo, inner); fn == nil || Receiver(inner) == nil {
			return nil, with
		} else if fn.Name() == "With" {
			with = append(with, inner.Args...)
		}
		recv = Receiver(inner)
	}
}

// route reads a call as the registration of a handler.
func (f *routeFinder) route(cur inspector.Cursor, fn *types.Func) (Route, bool) {
	call := cur.Node().(*ast.CallExpr)
	r := Route{Call: call, Cursor: cur}
	name := FuncName(fn)
	isDefault := name == "net/http.Handle" || name == "net/http.HandleFunc"
	if !isDefault && !isRouter(fn) {
		return r, false
	}
	args := call.Args
	verb := strings.ToUpper(fn.Name())
	switch verb {
	case "GET", "POST", "PUT", "PATCH", "DELETE":
		r.Method = verb
	case "METHOD", "METHODFUNC", "ADD":
		if len(args) < 3 {
			return r, false
		}
		r.Method, _ = f.values.Text(args[0])
		args = args[1:]
	case "HANDLE", "HANDLEFUNC", "ANY", "ALL":
	default:
		return r, false
	}
	if len(args) < 2 {
		return r, false
	}
	path, ok := f.values.Text(args[0])
	if !ok {
		return r, false
	}
	if method, rest, two := strings.Cut(path, " "); two {
		r.Method, path = method, strings.TrimSpace(rest)
	}
	if r.Method == "" {
		r.Method = f.methods(cur)
	}
	r.Pattern = args[0]
	if !isDefault {
		r.Router, r.Wrappers = f.receiver(call)
	}
	f.handlers(&r, name, args[1:])
	r.Path = path
	f.inherit(&r)
	return r, true
}

// methods returns the first method of a gorilla route: r.Handle(...).Methods("POST").
func (f *routeFinder) methods(cur inspector.Cursor) string {
	sel, ok := cur.Parent().Node().(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Methods" {
		return ""
	}
	call, ok := cur.Parent().Parent().Node().(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	text, _ := f.values.Text(call.Args[0])
	return text
}

// handlers tells the handler from the middleware beside it: in echo the
// handler comes first, in gin and fiber last.
func (f *routeFinder) handlers(r *Route, name string, args []ast.Expr) {
	handler := len(args) - 1
	if strings.HasPrefix(name, "github.com/labstack/echo.") {
		handler = 0
	}
	for i, arg := range args {
		if i != handler {
			r.Wrappers = append(r.Wrappers, arg)
		}
	}
	r.Handler = f.unwrap(r, args[handler])
}

// unwrap takes the functions off a handler that are called with it.
func (f *routeFinder) unwrap(r *Route, e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		if inner, ok := Conversion(f.TypesInfo, e); ok {
			e = inner
			continue
		}
		call, ok := e.(*ast.CallExpr)
		if !ok {
			return e
		}
		i := slices.IndexFunc(call.Args, func(arg ast.Expr) bool { return isHandler(f.TypesInfo.TypeOf(arg)) })
		if i < 0 {
			return e
		}
		r.Wrappers = append(r.Wrappers, call.Fun)
		e = call.Args[i]
	}
}

func isHandler(t types.Type) bool {
	if t == nil {
		return false
	}
	if TypeName(t) == "net/http.Handler" || types.NewMethodSet(t).Lookup(nil, "ServeHTTP") != nil {
		return true
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() == 0 {
		return false
	}
	first := TypeName(sig.Params().At(0).Type())
	return first == "net/http.ResponseWriter" || slices.Contains(Contexts, first)
}

// inherit adds the prefixes and middleware of the router and its parents.
func (f *routeFinder) inherit(r *Route) {
	router := r.Router
	r.Root = router
	for range 8 {
		g := f.groups[router]
		if router == nil || g == nil {
			return
		}
		r.Wrappers = append(r.Wrappers, g.use...)
		r.Path = strings.TrimSuffix(g.prefix, "/") + r.Path
		if router = g.parent; router != nil {
			r.Root = router
		}
	}
}
