package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// qualified returns the name under which people know a function:
// example.com/shop/web.(*Server).Avatar, and for a literal that of the function
// around it with .func1 and so on, as in stack traces.
func qualified(fn *ssa.Function) string {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if parent := fn.Parent(); parent != nil {
		return qualified(parent) + ".func" + itoa(slices.Index(parent.AnonFuncs, fn)+1)
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		return QualifiedName(obj)
	}
	if fn.Pkg != nil {
		return fn.Pkg.Pkg.Path() + "." + fn.Name()
	}
	return fn.Name()
}

// QualifiedName returns the id form of a function's name: path.F,
// path.(*T).M or path.(T).M.
func QualifiedName(f *types.Func) string {
	if f.Pkg() == nil {
		return f.Name()
	}
	recv := f.Signature().Recv()
	if recv == nil {
		return f.Pkg().Path() + "." + f.Name()
	}
	star, t := "", types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		star, t = "*", types.Unalias(p.Elem())
	}
	name := "?"
	if n, ok := t.(*types.Named); ok {
		name = n.Obj().Name()
	}
	return f.Pkg().Path() + ".(" + star + name + ")." + f.Name()
}

// FunctionName returns the name under which people know an SSA function.
func FunctionName(fn *ssa.Function) string { return qualified(fn) }
