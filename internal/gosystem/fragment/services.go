package fragment

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// service records the methods of an implementation that a generated function
// registers: RegisterGreeterServer(s, &server{}).
func (r *reader) service(from string, c *ssa.CallCommon, obj *types.Func) {
	for _, s := range r.lib.Services() {
		name, ok := middle(s.Name, obj.Name())
		args := arguments(c)
		if !ok || s.Implementation >= len(args) || !r.takes(c, s) {
			continue
		}
		var use []string
		for _, a := range args {
			use = append(use, r.options(a)...)
		}
		r.implementation(from, c, s, name, use)
		return
	}
}

// middle returns what the star of a pattern stands for in a name.
func middle(pattern, name string) (string, bool) {
	before, after, _ := strings.Cut(pattern, "*")
	rest, ok := strings.CutPrefix(name, before)
	if !ok {
		return "", false
	}
	rest, ok = strings.CutSuffix(rest, after)
	return rest, ok && rest != ""
}

// takes reports whether a generated function has a parameter, or a result, of
// the type by which its library is known. Where the generated package cannot
// be had, what is given to it tells.
func (r *reader) takes(c *ssa.CallCommon, s library.Service) bool {
	sig := c.Signature()
	for _, list := range []*types.Tuple{sig.Params(), sig.Results()} {
		for v := range list.Variables() {
			t := v.Type()
			if sl, ok := t.(*types.Slice); ok {
				t = sl.Elem()
			}
			if typeName(t) == s.Takes {
				return true
			}
		}
	}
	path := s.Takes[:strings.LastIndexByte(s.Takes, '.')+1]
	return slices.ContainsFunc(arguments(c), func(a ssa.Value) bool {
		name := typeName(plainValue(a).Type())
		return strings.HasPrefix(name, path) && (strings.HasSuffix(name, ".Server") || strings.Contains(name, ".NewServer$"))
	})
}

func plainValue(v ssa.Value) ssa.Value {
	for range 4 {
		switch w := v.(type) {
		case *ssa.MakeInterface:
			v = w.X
		case *ssa.ChangeInterface:
			v = w.X
		case *ssa.ChangeType:
			v = w.X
		}
	}
	return v
}

// implementation records the ways in of one implementation.
func (r *reader) implementation(from string, c *ssa.CallCommon, s library.Service, name string, use []string) {
	value := arguments(c)[s.Implementation]
	t := plainValue(value).Type()
	for _, m := range offered(t, declaredType(c, s.Implementation)) {
		r.out.Entries = append(r.out.Entries, Entry{
			Kind: s.Kind, Pattern: "/" + name + "/" + m.Name(), Handler: taint.QualifiedName(m), Middleware: use,
			In: from, At: r.at(c.Pos()), HandlerAt: r.at(m.Pos()),
		})
	}
}

// declaredType returns the type of a parameter, counted without a receiver.
func declaredType(c *ssa.CallCommon, i int) types.Type {
	if params := c.Signature().Params(); i < params.Len() && !c.Signature().Variadic() {
		return params.At(i).Type()
	} else if i < params.Len()-1 {
		return params.At(i).Type()
	}
	return nil
}

// offered lists the methods of a type that a service offers: those of the
// generated interface, or all that look like remote calls.
func offered(t, declared types.Type) []*types.Func {
	var list []*types.Func
	iface, known := (*types.Interface)(nil), false
	if declared != nil {
		iface, known = declared.Underlying().(*types.Interface)
	}
	for sel := range types.NewMethodSet(t).Methods() {
		m, ok := sel.Obj().(*types.Func)
		if !ok || !m.Exported() || m.Pkg() == nil || ssabuild.IsStandard(m.Pkg().Path()) || strings.HasPrefix(recvName(m), "Unimplemented") {
			continue
		}
		if known && iface.NumMethods() > 0 {
			ok = methodNamed(iface, m.Name())
		} else {
			ok = looksRemote(m.Signature())
		}
		if ok {
			list = append(list, m.Origin())
		}
	}
	return list
}

func recvName(m *types.Func) string {
	if m.Signature().Recv() == nil {
		return ""
	}
	name := typeName(m.Signature().Recv().Type())
	return name[strings.LastIndexByte(name, '.')+1:]
}

// looksRemote reports whether a method is shaped like a remote call: a context
// and a message, or a stream, and an error.
func looksRemote(sig *types.Signature) bool {
	n := sig.Results().Len()
	if n == 0 || !types.Identical(sig.Results().At(n-1).Type(), types.Universe.Lookup("error").Type()) {
		return false
	}
	for p := range sig.Params().Variables() {
		name := typeName(p.Type())
		if name == "context.Context" || strings.HasSuffix(name, "Server") || strings.HasSuffix(name, "Stream") {
			return true
		}
	}
	return false
}

// options lists the middleware that a value brings: the options that a server
// was made with, or those of the call itself.
func (r *reader) options(v ssa.Value) []string {
	v = plainValue(v)
	list := variadic(v)
	if call, ok := v.(*ssa.Call); ok {
		obj := callee(call.Common())
		if obj == nil {
			return nil
		}
		if f := r.lib.Func(funcName(obj)); f != nil && f.Use != nil {
			return r.given(call.Common(), false)
		}
		list = arguments(call.Common())
		if len(list) > 0 && variadic(list[len(list)-1]) != nil {
			list = append(list[:len(list)-1:len(list)-1], variadic(list[len(list)-1])...)
		}
	}
	var names []string
	for _, o := range list {
		if o != v {
			names = append(names, r.options(o)...)
		}
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}

// handlerField records what a field of a literal registers:
// cobra.Command{Use: "serve", Run: serve}.
func (r *reader) handlerField(from string, i *ssa.Store) {
	fa, ok := i.Addr.(*ssa.FieldAddr)
	if !ok {
		return
	}
	spec := r.lib.HandlerField(fieldName(fa.X.Type(), fa.Field))
	if spec == nil {
		return
	}
	t, wraps := r.handler(i.Val, 0)
	if t.name == "" || spec.Kind == server && t.made {
		return
	}
	e := Entry{Kind: spec.Kind, Method: spec.Method, Handler: t.name, Middleware: wraps, In: from, At: r.at(i.Pos()), HandlerAt: r.at(t.pos)}
	if !i.Pos().IsValid() {
		e.At = e.HandlerAt
	}
	if spec.Kind == server {
		e.Kind = "http"
	}
	if spec.Field != "" {
		if given := givenField(fa.X, spec.Field); given != nil {
			e.Pattern = r.constant(given)
		}
	}
	r.out.Entries = append(r.out.Entries, e)
}
