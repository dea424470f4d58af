package gocode

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

var majorVersion = regexp.MustCompile(`[/.]v[0-9]+(/|$)`)

// PlainPath returns an import path without its major version, so that one name
// covers all versions of a library.
func PlainPath(path string) string { return majorVersion.ReplaceAllString(path, "$1") }

// Callee returns the function or method that a call names, or nil. A call that
// passes on the several results of another call has no callee here, since its
// arguments cannot be told apart: whoever gets a callee may count on them.
func Callee(info *types.Info, call *ast.CallExpr) *types.Func {
	if len(call.Args) == 1 {
		if results, ok := info.TypeOf(call.Args[0]).(*types.Tuple); ok && results.Len() > 1 {
			return nil
		}
	}
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	return fn
}

// FuncName returns the full name of a function without versions, type
// arguments and stars: net/http.Serve, net/http.Client.Do.
func FuncName(fn *types.Func) string {
	if fn == nil || fn.Pkg() == nil {
		return ""
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return PlainPath(fn.Pkg().Path()) + "." + fn.Name()
	}
	return TypeName(recv.Type()) + "." + fn.Name()
}

// CallName returns the full name of what a call calls, or nothing.
func CallName(info *types.Info, e ast.Expr) string {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return ""
	}
	return FuncName(Callee(info, call))
}

// IsCall returns the expression as a call of one of the named functions.
func IsCall(info *types.Info, e ast.Node, names ...string) (*ast.CallExpr, bool) {
	expr, ok := e.(ast.Expr)
	if !ok {
		return nil, false
	}
	call, ok := ast.Unparen(expr).(*ast.CallExpr)
	if !ok {
		return nil, false
	}
	return call, slices.Contains(names, FuncName(Callee(info, call)))
}

// TypeName returns the full name of a named type, behind any pointers and
// aliases, without its version: net/http.Client. Other types have no name.
func TypeName(t types.Type) string {
	for {
		p, ok := types.Unalias(t).(*types.Pointer)
		if !ok {
			break
		}
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	return PlainPath(named.Obj().Pkg().Path()) + "." + named.Obj().Name()
}

// IsType reports whether an expression's type is one of the named ones.
func IsType(info *types.Info, e ast.Expr, names ...string) bool {
	t := info.TypeOf(e)
	return t != nil && slices.Contains(names, TypeName(t))
}

// Under returns the underlying type of an expression, which is the invalid type
// where the code does not compile.
func Under(info *types.Info, e ast.Expr) types.Type {
	t := info.TypeOf(e)
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t.Underlying()
}

// IsText reports whether a type holds text or bytes, which is what secrets are
// made of: a string, a slice or an array of bytes.
func IsText(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return isByte(u.Elem())
	case *types.Array:
		return isByte(u.Elem())
	}
	return false
}

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// Receiver returns the expression a method is called on, or nil.
func Receiver(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// NameOf returns the name that an expression goes by: of a variable, of a
// field, or of what a conversion, index, or star is applied to.
func NameOf(info *types.Info, e ast.Expr) string {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.StarExpr:
		return NameOf(info, e.X)
	case *ast.UnaryExpr:
		return NameOf(info, e.X)
	case *ast.SliceExpr:
		return NameOf(info, e.X)
	case *ast.CallExpr:
		if inner, ok := Conversion(info, e); ok {
			return NameOf(info, inner)
		}
	}
	return ""
}

// Conversion returns what a type conversion converts.
func Conversion(info *types.Info, e ast.Expr) (ast.Expr, bool) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 || !info.Types[call.Fun].IsType() {
		return nil, false
	}
	return call.Args[0], true
}

// Object returns the variable, constant or function that an expression names.
func Object(info *types.Info, e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return info.ObjectOf(e)
	case *ast.SelectorExpr:
		return info.ObjectOf(e.Sel)
	}
	return nil
}

// Root returns the variable that an expression reads from or writes into: x
// for x.f, x[i], *x, x[:n] and (&x).
func Root(info *types.Info, e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return info.ObjectOf(e)
	case *ast.SelectorExpr:
		if _, ok := info.Selections[e]; !ok {
			return info.ObjectOf(e.Sel)
		}
		return Root(info, e.X)
	case *ast.IndexExpr:
		return Root(info, e.X)
	case *ast.SliceExpr:
		return Root(info, e.X)
	case *ast.StarExpr:
		return Root(info, e.X)
	case *ast.UnaryExpr:
		return Root(info, e.X)
	}
	return nil
}

// ReturnsOnly reports whether a body consists of nothing but a return of the
// predeclared name (nil, true).
func ReturnsOnly(body *ast.BlockStmt, name string) bool {
	if len(body.List) != 1 {
		return false
	}
	ret, ok := body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	id, ok := ret.Results[0].(*ast.Ident)
	return ok && id.Name == name
}
