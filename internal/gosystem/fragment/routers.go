package fragment

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// routerMiddleware lists what a router, and those it was made from, puts
// before each handler.
func (r *reader) routerMiddleware(router ssa.Value, fn *ssa.Function, n int) []string {
	if router == nil || n > 6 || router.Referrers() == nil {
		return nil
	}
	var outer []string
	if call, ok := router.(*ssa.Call); ok {
		if parent := receiver(call.Common()); parent != nil {
			outer = r.routerMiddleware(parent, fn, n+1)
			outer = append(outer, r.given(call.Common(), true)...)
		}
	}
	if p, ok := router.(*ssa.Parameter); ok {
		if parent := r.groupOf(p); parent != nil {
			outer = r.routerMiddleware(receiver(parent), fn, n+1)
		}
	}
	if fa, ok := router.(*ssa.FieldAddr); ok {
		outer = r.routerMiddleware(fa.X, fn, n+1)
	}
	refs := slices.Clone(*router.Referrers())
	for _, ref := range refs {
		switch part := ref.(type) {
		case *ssa.FieldAddr:
			refs = append(refs, *part.Referrers()...)
		case *ssa.UnOp:
			refs = append(refs, *part.Referrers()...)
		}
	}
	for _, ref := range refs {
		if call, ok := ref.(ssa.CallInstruction); ok {
			outer = append(outer, r.given(call.Common(), false)...)
		}
	}
	return append(r.aroundAll(router, 0), outer...)
}

// aroundAll lists what a whole router is wrapped by before it serves:
// ListenAndServe(addr, auth(mux)). The outermost comes first.
func (r *reader) aroundAll(router ssa.Value, n int) []string {
	if router.Referrers() == nil || n > 6 {
		return nil
	}
	for _, ref := range *router.Referrers() {
		switch ref := ref.(type) {
		case *ssa.MakeInterface:
			if names := r.aroundAll(ref, n+1); names != nil {
				return names
			}
		case *ssa.ChangeInterface:
			if names := r.aroundAll(ref, n+1); names != nil {
				return names
			}
		case *ssa.Call:
			obj := callee(ref.Common())
			sig := ref.Common().Signature()
			if obj == nil || sig.Results().Len() != 1 || receiver(ref.Common()) == router || !isHandlerLike(sig.Results().At(0).Type()) {
				continue
			}
			if slices.Contains(arguments(ref.Common()), router) {
				return append(r.aroundAll(ref, n+1), taint.QualifiedName(obj))
			}
		}
	}
	return nil
}

// given lists the middleware that a call adds to a router: Use(...), or that
// it makes a new router with: With(...), Group(path, ...).
func (r *reader) given(c *ssa.CallCommon, makes bool) []string {
	obj := callee(c)
	if obj == nil {
		return nil
	}
	f := r.lib.Func(funcName(obj))
	if f == nil || f.Use == nil || makes != (c.Signature().Results().Len() > 0 && f.Group != nil) {
		return nil
	}
	args := arguments(c)
	if f.Use.Handler >= len(args) || f.Use.Handler < 0 {
		return nil
	}
	list := variadic(args[f.Use.Handler])
	if list == nil {
		list = args[f.Use.Handler:]
	}
	var names []string
	for _, m := range list {
		names = append(names, r.middlewareName(m))
	}
	return names
}

// groupOf returns the call that a function's router parameter comes from:
// r.Route("/x", func(r chi.Router) { ... }).
func (r *reader) groupOf(p *ssa.Parameter) *ssa.CallCommon {
	fn := p.Parent()
	for _, user := range r.fns {
		for _, b := range user.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				c := call.Common()
				obj := callee(c)
				if obj == nil {
					continue
				}
				f := r.lib.Func(funcName(obj))
				if f == nil || f.Group == nil {
					continue
				}
				for _, a := range ssabuild.Operands(c) {
					if declaredBy(a, fn) {
						return c
					}
				}
			}
		}
	}
	return nil
}

func declaredBy(v ssa.Value, fn *ssa.Function) bool {
	for range 3 {
		if x := inner(v); x != nil {
			v = x
		}
	}
	switch v := v.(type) {
	case *ssa.Function:
		return v == fn
	case *ssa.MakeClosure:
		target := v.Fn.(*ssa.Function)
		return target == fn || target.Synthetic != "" && target.Object() == fn.Object() && fn.Object() != nil
	}
	return false
}

// prefix returns the path below which a router hangs.
func (r *reader) prefix(router ssa.Value, n int) string {
	if router == nil || n > 6 {
		return ""
	}
	switch v := router.(type) {
	case *ssa.Parameter:
		if c := r.groupOf(v); c != nil {
			return r.groupPrefix(c, n)
		}
	case *ssa.Call:
		return r.groupPrefix(v.Common(), n)
	case *ssa.FieldAddr:
		return r.prefix(v.X, n+1)
	case *ssa.UnOp:
		if alloc, ok := v.X.(*ssa.Alloc); ok {
			for _, ref := range *alloc.Referrers() {
				if st, ok := ref.(*ssa.Store); ok && st.Addr == alloc {
					return r.prefix(st.Val, n+1)
				}
			}
		}
	}
	return ""
}

func (r *reader) groupPrefix(c *ssa.CallCommon, n int) string {
	outer := r.prefix(receiver(c), n+1)
	obj := callee(c)
	if obj == nil {
		return outer
	}
	f := r.lib.Func(funcName(obj))
	if f == nil || f.Group == nil || f.Group.Pattern < 0 {
		return outer
	}
	args := arguments(c)
	if f.Group.Pattern >= len(args) {
		return outer
	}
	return outer + strings.TrimSuffix(r.constant(args[f.Group.Pattern]), "/")
}
