package secretfield

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// isBare reports whether a value, or each element that a list is given, comes
// from a function that copies a value without its secret field.
func isBare(pass *analysis.Pass, value ast.Expr, field string) bool {
	values := gocode.ValuesOf(pass)
	value = values.Origin(value)
	if leavesOut(pass, value, field) {
		return true
	}
	if inner, ok := gocode.Conversion(pass.TypesInfo, value); ok {
		value = inner
	}
	obj := gocode.Object(pass.TypesInfo, value)
	if obj == nil {
		return false
	}
	return slices.ContainsFunc(values.To(obj), func(g gocode.Given) bool {
		return g.Value != nil && (leavesOut(pass, g.Value, field) || appendsBare(pass, g.Value, field))
	})
}

func appendsBare(pass *analysis.Pass, e ast.Expr, field string) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || len(call.Args) < 2 {
		return false
	}
	if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != "append" {
		return false
	}
	return !slices.ContainsFunc(call.Args[1:], func(arg ast.Expr) bool { return !leavesOut(pass, arg, field) })
}

// leavesOut reports whether an expression calls a function that is given a
// value and returns another of that type, into which data goes, but none into
// the field.
func leavesOut(pass *analysis.Pass, e ast.Expr, field string) bool {
	if star, ok := ast.Unparen(e).(*ast.StarExpr); ok {
		e = star.X
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := gocode.Callee(pass.TypesInfo, call)
	if fn == nil || !copies(fn.Signature()) {
		return false
	}
	sum := pass.ResultOf[taint.Analyzer].(*taint.Findings).Summary(fn)
	if sum == nil {
		return false
	}
	copied := false
	for _, f := range sum.Flows {
		if f.To.Kind != taint.Result || f.To.Index != 0 {
			continue
		}
		if overlap(f.To.Path, "."+field) {
			return false
		}
		copied = true
	}
	return copied
}

// copies reports whether a function returns a value of a type that it is given.
func copies(sig *types.Signature) bool {
	if sig.Results().Len() == 0 {
		return false
	}
	made := gocode.TypeName(sig.Results().At(0).Type())
	if made == "" {
		return false
	}
	if recv := sig.Recv(); recv != nil && gocode.TypeName(recv.Type()) == made {
		return true
	}
	for p := range sig.Params().Variables() {
		if gocode.TypeName(p.Type()) == made {
			return true
		}
	}
	return false
}

// overlap reports whether one of two paths of fields leads to, or through, the
// other.
func overlap(a, b string) bool {
	return strings.HasPrefix(a+".", b+".") || strings.HasPrefix(b+".", a+".")
}
