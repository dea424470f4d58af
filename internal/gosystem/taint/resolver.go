package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// Resolved returns the methods that answer calls because a method of this
// package returns what has them: func (r *Resolver) Query() QueryResolver.
func Resolved(fn *ssa.Function, known []library.Resolver) (library.Resolver, []*types.Func) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj.Signature().Recv() == nil || obj.Signature().Params().Len() != 0 || obj.Signature().Results().Len() != 1 {
		return library.Resolver{}, nil
	}
	named, ok := types.Unalias(obj.Signature().Results().At(0).Type()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return library.Resolver{}, nil
	}
	iface, ok := named.Underlying().(*types.Interface)
	if !ok {
		return library.Resolver{}, nil
	}
	for _, r := range known {
		before, after, _ := strings.Cut(r.Returns, "*")
		_, calls := r.Methods[obj.Name()]
		if calls && strings.HasPrefix(named.Obj().Name(), before) && strings.HasSuffix(named.Obj().Name(), after) && imports(named.Obj().Pkg(), r.Package) {
			return r, implemented(returned(fn), iface)
		}
	}
	return library.Resolver{}, nil
}

func imports(pkg *types.Package, path string) bool {
	for _, p := range pkg.Imports() {
		if library.PlainPath(p.Path()) == path {
			return true
		}
	}
	return false
}

// returned returns the type behind the interface that a function returns.
func returned(fn *ssa.Function) types.Type {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if ret, ok := instr.(*ssa.Return); ok && len(ret.Results) == 1 {
				if made, ok := ret.Results[0].(*ssa.MakeInterface); ok {
					return made.X.Type()
				}
			}
		}
	}
	return nil
}

// implemented lists the methods of a type that an interface asks for.
func implemented(t types.Type, iface *types.Interface) []*types.Func {
	if t == nil {
		return nil
	}
	var list []*types.Func
	for m := range iface.Methods() {
		obj, _, _ := types.LookupFieldOrMethod(t, true, m.Pkg(), m.Name())
		if f, ok := obj.(*types.Func); ok {
			list = append(list, f.Origin())
		}
	}
	return list
}

// noteResolvers marks the parameters of the methods that a resolver offers.
func (e *engine) noteResolvers(fn *ssa.Function) {
	_, methods := Resolved(fn, e.lib.Resolvers())
	for _, m := range methods {
		target := fn.Prog.FuncValue(m)
		if target == nil {
			continue
		}
		marks := map[int]string{}
		for i, p := range target.Params {
			if i > 0 && carries(p.Type()) && typeName(p.Type()) != "context.Context" {
				marks[i] = "the call's arguments"
			}
		}
		e.entries[target] = marks
	}
}
