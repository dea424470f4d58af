package routeauth

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gocode"
)

// asksCaller says that a handler finds out who calls, for the packages that
// register it.
type asksCaller struct{}

func (*asksCaller) AFact()         {}
func (*asksCaller) String() string { return "asks who calls" }

// exportFacts exports which handlers that other packages can register find out
// who calls.
func (j *judge) exportFacts() {
	if !servesRequests(j.Pkg) {
		return
	}
	for _, file := range j.Files {
		for _, d := range file.Decls {
			decl, ok := d.(*ast.FuncDecl)
			if !ok || decl.Body == nil || !decl.Name.IsExported() {
				continue
			}
			fn, ok := j.TypesInfo.Defs[decl.Name].(*types.Func)
			if ok && isHandler(fn.Signature()) && j.bodyAsks(decl.Body) {
				j.ExportObjectFact(fn, new(asksCaller))
			}
		}
	}
}

// handed are the types of what a handler is given.
var handed = append([]string{"net/http.Request"}, gocode.Contexts...)

// servesRequests reports whether a package imports what its handlers need.
func servesRequests(pkg *types.Package) bool {
	return slices.ContainsFunc(handed, func(t string) bool { return gocode.Imports(pkg, t[:strings.LastIndexByte(t, '.')]) })
}

// isHandler reports whether a function is given a request, or returns one that
// is.
func isHandler(sig *types.Signature) bool {
	if isGivenRequest(sig) {
		return true
	}
	for v := range sig.Results().Variables() {
		if inner, ok := v.Type().Underlying().(*types.Signature); ok && isGivenRequest(inner) || gocode.TypeName(v.Type()) == "net/http.Handler" {
			return true
		}
	}
	return false
}

func isGivenRequest(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if slices.Contains(handed, gocode.TypeName(v.Type())) {
			return true
		}
	}
	return false
}

// asksItself reports whether a handler finds out who calls.
func (j *judge) asksItself(r gocode.Route) bool {
	if body := j.values.Body(r.Handler); body != nil {
		return j.bodyAsks(body)
	}
	fn := j.foreign(r.Handler)
	return fn != nil && j.ImportObjectFact(fn, new(asksCaller))
}

// foreign returns the function of another package that is, or that makes, a
// handler.
func (j *judge) foreign(handler ast.Expr) *types.Func {
	handler = j.values.Origin(handler)
	if inner, ok := gocode.Conversion(j.TypesInfo, handler); ok {
		return j.foreign(inner)
	}
	if call, ok := handler.(*ast.CallExpr); ok {
		return gocode.Callee(j.TypesInfo, call)
	}
	fn, _ := gocode.Object(j.TypesInfo, handler).(*types.Func)
	return fn
}

func (j *judge) bodyAsks(body *ast.BlockStmt) bool {
	if gocode.MentionsRefusal(j.TypesInfo, body) {
		return true
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !found {
			fn := gocode.Callee(j.TypesInfo, call)
			found = gocode.IsSubject(j.TypesInfo, call) || fn != nil && (asks(fn, call) || j.ImportObjectFact(fn, new(asksCaller)))
		}
		return !found
	})
	return found
}
