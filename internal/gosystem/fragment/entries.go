package fragment

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// route records a way in that a call registers.
func (r *reader) route(from string, fn *ssa.Function, instr ssa.CallInstruction, spec *library.Route) {
	c := instr.Common()
	args := arguments(c)
	if spec.Handler < 0 || spec.Handler >= len(args) {
		return
	}
	e := Entry{Kind: spec.Kind, Method: spec.Method, In: from, At: r.at(instr.Pos())}
	if spec.Pattern >= 0 && spec.Pattern < len(args) {
		e.Pattern = r.constant(args[spec.Pattern])
	}
	if spec.Method == "=" {
		e.Method = r.constant(args[spec.MethodArg])
	}
	handlers := []ssa.Value{args[spec.Handler]}
	if spec.Last {
		list := variadic(args[spec.Handler])
		if list == nil {
			list = args[spec.Handler:]
		}
		if len(list) > 0 {
			handlers = list[len(list)-1:]
			for _, m := range list[:len(list)-1] {
				e.Middleware = append(e.Middleware, r.middlewareName(m))
			}
		}
	}
	target, wrapped := r.handler(handlers[0], 0)
	if target.name == "" || spec.Kind == server && target.made {
		return
	}
	e.Middleware = append(r.routerMiddleware(receiver(c), fn, 0), append(e.Middleware, wrapped...)...)
	e.Middleware = slices.DeleteFunc(e.Middleware, func(s string) bool { return s == "" })
	e.Handler, e.HandlerAt = target.name, r.at(target.pos)
	if spec.Kind == server {
		e.Kind = "http"
	}
	if e.Kind == "http" {
		e.Method, e.Pattern = pattern(e.Method, r.prefix(receiver(c), 0)+e.Pattern)
	}
	if spec.Kind == "event" {
		e.Kind = r.eventKind(target.sig)
	}
	r.chained(instr, &e)
	r.out.Entries = append(r.out.Entries, e)
}

// server is the kind of a call that serves one handler for everything. What a
// function returns for it is a router as a rule, whose routes are the ways in.
const server = "server"

// target is the function that handles something.
type target struct {
	name string
	pos  token.Pos
	sig  *types.Signature
	made bool // what it returns handles, which can be a router with routes of its own
}

// pattern splits "GET /x" into its parts, as net/http does since Go 1.22.
func pattern(method, text string) (string, string) {
	if m, rest, ok := strings.Cut(text, " "); ok && method == "" {
		return m, strings.TrimSpace(rest)
	}
	return method, text
}

// chained reads what is said of a route after it was made: .Methods("GET").
func (r *reader) chained(instr ssa.CallInstruction, e *Entry) {
	v := instr.Value()
	if v == nil || v.Referrers() == nil {
		return
	}
	refs := slices.Clone(*v.Referrers())
	for _, ref := range refs {
		if load, ok := ref.(*ssa.UnOp); ok {
			refs = append(refs, *load.Referrers()...)
		}
	}
	for _, ref := range refs {
		call, ok := ref.(*ssa.Call)
		if !ok || callee(call.Common()) == nil || callee(call.Common()).Name() != "Methods" {
			continue
		}
		args := arguments(call.Common())
		list := args
		if len(args) == 1 && variadic(args[0]) != nil {
			list = variadic(args[0])
		}
		var methods []string
		for _, m := range list {
			methods = append(methods, r.constant(m))
		}
		e.Method = strings.Join(methods, ",")
	}
}

// receiver returns what a method is called on, behind pointers.
func receiver(c *ssa.CallCommon) ssa.Value {
	if c.IsInvoke() {
		return c.Value
	}
	if c.Signature().Recv() == nil || len(c.Args) == 0 {
		return nil
	}
	if load, ok := c.Args[0].(*ssa.UnOp); ok {
		switch load.X.(type) {
		case *ssa.Call, *ssa.Parameter, *ssa.Extract:
			return load.X
		}
	}
	return c.Args[0]
}

func (r *reader) constant(v ssa.Value) string {
	var text strings.Builder
	for _, p := range r.places(v, depth) {
		if p.Kind == "const" {
			text.WriteString(p.Name)
		}
	}
	return text.String()
}

func variadic(v ssa.Value) []ssa.Value {
	list, _ := ssabuild.Elements(v)
	return list
}

// handler follows a handler expression to its function, and names what wraps
// it on the way.
func (r *reader) handler(v ssa.Value, n int) (target, []string) {
	if n > 8 || v == nil {
		return target{}, nil
	}
	switch v := v.(type) {
	case *ssa.Function:
		return functionTarget(v), nil
	case *ssa.MakeClosure:
		return functionTarget(v.Fn.(*ssa.Function)), nil
	case *ssa.Call:
		return r.madeHandler(v, n)
	case *ssa.MakeInterface:
		if t, wraps := r.handler(v.X, n+1); t.name != "" {
			return t, wraps
		}
		return r.methodTarget(v.X.Type()), nil
	case *ssa.UnOp:
		if alloc, ok := v.X.(*ssa.Alloc); ok {
			for _, ref := range *alloc.Referrers() {
				if st, ok := ref.(*ssa.Store); ok && st.Addr == alloc {
					return r.handler(st.Val, n+1)
				}
			}
		}
	default:
		if x := inner(v); x != nil {
			return r.handler(x, n+1)
		}
	}
	return r.methodTarget(v.Type()), nil
}

// functionTarget names a function; a method value stands for its method.
func functionTarget(fn *ssa.Function) target {
	if obj, ok := fn.Object().(*types.Func); ok && fn.Parent() == nil {
		return target{name: taint.QualifiedName(obj.Origin()), pos: obj.Pos(), sig: obj.Signature()}
	}
	return target{name: taint.FunctionName(fn), pos: fn.Pos(), sig: fn.Signature}
}

// methodTarget names the ServeHTTP of a type of the program's own. That of a
// router is no way in: its routes are.
func (r *reader) methodTarget(t types.Type) target {
	f := methodOf(t, "ServeHTTP")
	if f == nil || r.lib.Describes(f.Pkg().Path()) {
		return target{}
	}
	return target{name: taint.QualifiedName(f), pos: f.Pos(), sig: f.Signature()}
}

func methodOf(t types.Type, name string) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	f, _ := obj.(*types.Func)
	if f == nil || f.Pkg() == nil || ssabuild.IsStandard(f.Pkg().Path()) {
		return nil
	}
	return f
}

// madeHandler handles mw(h), which wraps h, and s.page(), which makes a
// handler.
func (r *reader) madeHandler(call *ssa.Call, n int) (target, []string) {
	obj := callee(call.Common())
	if obj == nil {
		return target{}, nil
	}
	args := arguments(call.Common())
	for _, a := range args {
		if !isHandlerLike(a.Type()) {
			continue
		}
		if t, wraps := r.handler(a, n+1); t.name != "" {
			return t, append([]string{taint.QualifiedName(obj)}, wraps...)
		}
	}
	if ssabuild.IsStandard(obj.Pkg().Path()) || r.lib.Describes(obj.Pkg().Path()) {
		return target{}, nil
	}
	return target{name: taint.QualifiedName(obj), pos: obj.Pos(), sig: obj.Signature(), made: true}, nil
}

func isHandlerLike(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return u.Params().Len() > 0
	case *types.Interface:
		return methodNamed(u, "ServeHTTP")
	}
	return typeName(t) == "net/http.ServeMux"
}

func methodNamed(u *types.Interface, name string) bool {
	for m := range u.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

func (r *reader) middlewareName(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.Call:
		if obj := callee(v.Common()); obj != nil {
			return taint.QualifiedName(obj)
		}
	case *ssa.Function:
		if obj := declared(v); obj != nil {
			return taint.QualifiedName(obj)
		}
	case *ssa.MakeClosure:
		return r.middlewareName(v.Fn)
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok {
			return g.Pkg.Pkg.Path() + "." + g.Name()
		}
	default:
		if x := inner(v); x != nil {
			return r.middlewareName(x)
		}
	}
	return ""
}

// refusal notes functions that can answer that a caller may not.
func (r *reader) refusal(from string, c *ssa.CallCommon) {
	for _, a := range ssabuild.Operands(c) {
		k, ok := a.(*ssa.Const)
		if !ok || k.Value == nil || k.Value.Kind() != constant.Int {
			continue
		}
		if n := k.Int64(); (n == 401 || n == 403) && answersStatus(c) {
			r.out.Refuses = append(r.out.Refuses, from)
		}
	}
}

func answersStatus(c *ssa.CallCommon) bool {
	obj := callee(c)
	if obj == nil {
		return false
	}
	switch obj.Name() {
	case "Error", "WriteHeader", "AbortWithStatus", "AbortWithStatusJSON", "AbortWithError", "NewHTTPError", "JSON", "String", "Status", "SendStatus":
		return true
	}
	name := strings.ToLower(obj.Name())
	return strings.Contains(name, "error") || strings.Contains(name, "respond") || strings.Contains(name, "write") || strings.Contains(name, "render") || strings.Contains(name, "abort")
}

// wrap notes middleware around what another function returns.
func (r *reader) wrap(c *ssa.CallCommon) {
	obj := callee(c)
	if obj == nil || c.Signature().Results().Len() != 1 || !isHandlerLike(c.Signature().Results().At(0).Type()) {
		return
	}
	for _, a := range c.Args {
		for range 3 {
			if x := inner(a); x != nil {
				a = x
			}
		}
		if call, ok := a.(*ssa.Call); ok {
			if made := callee(call.Common()); made != nil && isHandlerLike(a.Type()) && !ssabuild.IsStandard(made.Pkg().Path()) {
				r.out.Wraps = append(r.out.Wraps, Wrap{Inner: taint.QualifiedName(made), By: taint.QualifiedName(obj)})
			}
		}
	}
}

// eventKind says what triggers an event handler, by the type it takes.
func (r *reader) eventKind(sig *types.Signature) string {
	if sig == nil {
		return "event"
	}
	for p := range sig.Params().Variables() {
		if kind := r.lib.EventKind(typeName(p.Type())); kind != "" {
			return kind
		}
	}
	return "event"
}
