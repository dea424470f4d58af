package pprof

import (
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports debug pages on a public listener.
var Analyzer = &analysis.Analyzer{
	Name:     "pprof",
	Doc:      "report debug pages on a public listener",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const (
	threat  = "GOH-023"
	message = "Anyone who reaches this server can read the program's memory and internals, or slow it down, because its debug pages are served on the same port as everything else."
)

var debugPackages = []string{"net/http/pprof", "expvar"}

func run(pass *analysis.Pass) (any, error) {
	if !gocode.Imports(pass.Pkg, debugPackages...) && !gocode.Imports(pass.Pkg, "github.com/gin-contrib/pprof") {
		return nil, nil
	}
	s := &served{pass, gocode.ValuesOf(pass), gocode.Routes(pass), map[types.Object]gocode.Reach{}}
	s.findListeners()
	s.imports()
	s.routed()
	return nil, nil
}

// served knows which routers the package serves, and from where they can be
// reached. The default router is the key nil.
type served struct {
	*analysis.Pass
	values *gocode.Assigned
	routes []gocode.Route
	reach  map[types.Object]gocode.Reach
}

func (s *served) findListeners() {
	for cur, fn := range gocode.Calls(s.Pass) {
		call := cur.Node().(*ast.CallExpr)
		switch gocode.FuncName(fn) {
		case "net/http.ListenAndServe":
			s.listen(call.Args[1], s.values.Address(call.Args[0]))
		case "net/http.ListenAndServeTLS":
			s.listen(call.Args[3], s.values.Address(call.Args[0]))
		case "net/http.Serve":
			s.listen(call.Args[1], gocode.ReachUnknown)
		}
	}
	for cur := range gocode.All(s.Pass, (*ast.CompositeLit)(nil)) {
		lit := cur.Node().(*ast.CompositeLit)
		if !gocode.IsType(s.TypesInfo, lit, "net/http.Server") || !gocode.Keyed(lit) {
			continue
		}
		reach := gocode.ReachUnknown
		if addr := gocode.Field(lit, "Addr"); addr != nil {
			reach = s.values.Address(addr.Value)
		}
		var handler ast.Expr
		if kv := gocode.Field(lit, "Handler"); kv != nil {
			handler = kv.Value
		}
		s.listen(handler, reach)
	}
}

// listen records that a handler, and a router inside it, is served.
func (s *served) listen(handler ast.Expr, reach gocode.Reach) {
	router, known := s.routerOf(handler)
	if known {
		s.reach[router] = max(s.reach[router], reach)
	}
}

// routerOf returns the router that a handler is, behind functions around it;
// nil is the default router.
func (s *served) routerOf(handler ast.Expr) (router types.Object, known bool) {
	for handler != nil {
		if call, ok := ast.Unparen(handler).(*ast.CallExpr); ok && len(call.Args) > 0 {
			handler = call.Args[0]
			continue
		}
		obj := gocode.Object(s.TypesInfo, handler)
		switch {
		case obj == nil:
			return nil, false
		case obj == types.Universe.Lookup("nil"), obj.Name() == "DefaultServeMux" && obj.Pkg().Path() == "net/http":
			return nil, true
		}
		return obj, true
	}
	return nil, true
}

// imports reports an import that puts debug pages on the default router.
func (s *served) imports() {
	reach, listens := s.reach[nil]
	if !listens || reach == gocode.ReachLoopback || reach == gocode.ReachUnknown && !s.hasOtherPages(nil) {
		return
	}
	for file := range gocode.Sources(s.Pass) {
		for _, spec := range file.Node().(*ast.File).Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if slices.Contains(debugPackages, path) {
				gocode.Report(s.Pass, spec, threat, message)
			}
		}
	}
}

// hasOtherPages reports whether a router has pages that are neither for
// debugging nor for monitoring.
func (s *served) hasOtherPages(router types.Object) bool {
	return slices.ContainsFunc(s.routes, func(r gocode.Route) bool {
		return r.Router == router && !s.isDebug(r) && !isOperations(r)
	})
}

func isOperations(r gocode.Route) bool {
	segments := r.Segments()
	if len(segments) == 0 {
		return false
	}
	switch segments[0] {
	case "debug", "metrics", "health", "healthz", "livez", "readyz", "ready", "live", "version", "ping", "status":
		return true
	}
	return false
}

// isDebug reports whether a route's handler is a debug page.
func (s *served) isDebug(r gocode.Route) bool {
	if obj := gocode.Object(s.TypesInfo, r.Handler); obj != nil && obj.Pkg() != nil {
		return slices.Contains(debugPackages, obj.Pkg().Path()) ||
			obj.Name() == "DefaultServeMux" && obj.Pkg().Path() == "net/http"
	}
	name := gocode.CallName(s.TypesInfo, r.Handler)
	return slices.ContainsFunc(debugPackages, func(pkg string) bool { return strings.HasPrefix(name, pkg+".") })
}

// routed reports the first debug page that is put on each other router, where
// that router is public.
func (s *served) routed() {
	done := map[types.Object]bool{nil: true}
	for _, r := range s.routes {
		if done[r.Router] || !s.isDebug(r) || len(r.Wrappers) > 0 || gocode.Chosen(s.TypesInfo, r.Cursor) {
			continue
		}
		done[r.Router] = true
		reach := s.reach[r.Router]
		if reach == gocode.ReachNetwork || reach == gocode.ReachUnknown && s.hasOtherPages(r.Router) {
			gocode.Report(s.Pass, r.Call, threat, message)
		}
	}
	for cur, fn := range gocode.Calls(s.Pass) {
		if gocode.FuncName(fn) == "github.com/gin-contrib/pprof.Register" && !gocode.Chosen(s.TypesInfo, cur) {
			gocode.Report(s.Pass, cur.Node(), threat, message)
		}
	}
}
