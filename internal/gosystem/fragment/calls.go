package fragment

import (
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// call looks at one call: does it register, reach out, read a setting, refuse?
func (r *reader) call(from string, fn *ssa.Function, instr ssa.CallInstruction) {
	c := instr.Common()
	obj := callee(c)
	if obj == nil {
		return
	}
	r.refusal(from, c)
	r.wrap(c)
	f := r.lib.Func(funcName(obj))
	if f == nil {
		f = r.clientBehind(c)
	}
	if f == nil {
		r.service(from, c, obj)
		r.gateway(from, c, obj)
		r.arguments(c, obj)
		return
	}
	if f.Route != nil {
		r.route(from, fn, instr, f.Route)
	}
	if f.Setting != nil {
		r.read(from, instr, f.Setting)
	}
	if f.Fill != nil {
		r.fill(from, c, f.Fill)
	}
	if f.Bind != nil {
		r.bind(from, c, f.Bind)
	}
	for _, client := range f.Clients {
		r.reach(from, instr, obj, client)
	}
}

func (r *reader) read(from string, instr ssa.CallInstruction, s *library.Setting) {
	for _, p := range r.setting(s, instr.Common(), depth) {
		read := Read{Origin: s.Origin, Name: p.Name, Func: from, At: r.at(instr.Pos())}
		if p.Name == "" && len(p.Args) > 0 {
			read.From = p.Args[0]
		}
		r.out.Reads = append(r.out.Reads, read)
	}
}

// arguments records what a function of the program is called with.
func (r *reader) arguments(c *ssa.CallCommon, obj *types.Func) {
	if c.IsInvoke() || ssabuild.IsStandard(obj.Pkg().Path()) {
		return
	}
	for i, a := range ssabuild.Operands(c) {
		if !isText(a.Type()) {
			continue
		}
		r.assign(Place{Kind: "param", Name: taint.QualifiedName(obj) + "#" + strconv.Itoa(i)}, a, c.Pos())
	}
}

func (r *reader) assign(to Place, v ssa.Value, pos token.Pos) {
	from := r.places(v, depth)
	if len(from) == 0 || len(from) == 1 && from[0].Kind == "unknown" {
		return
	}
	r.out.Assigns = append(r.out.Assigns, Assign{To: to, From: from, At: r.at(pos)})
}

// store records what fields and package variables are set to.
func (r *reader) store(i *ssa.Store) {
	if !isText(i.Val.Type()) {
		return
	}
	switch a := i.Addr.(type) {
	case *ssa.FieldAddr:
		if owner := fieldName(a.X.Type(), a.Field); owner != "" {
			r.assign(Place{Kind: "field", Name: owner}, i.Val, i.Pos())
		}
	case *ssa.Global:
		r.assign(Place{Kind: "global", Name: a.Pkg.Pkg.Path() + "." + a.Name()}, i.Val, i.Pos())
	}
}

func (r *reader) results(name string, fn *ssa.Function, ret *ssa.Return) {
	if fn.Parent() != nil {
		return
	}
	for n, v := range ret.Results {
		if isText(v.Type()) {
			r.assign(Place{Kind: "result", Name: name + "#" + strconv.Itoa(n)}, v, ret.Pos())
		}
	}
}

// reach records a call that reaches another system.
func (r *reader) reach(from string, instr ssa.CallInstruction, obj *types.Func, client library.Client) {
	c := instr.Common()
	operation := strings.TrimSuffix(obj.Name(), "WithContext")
	if strings.HasSuffix(obj.Name(), "WithContext") && client.Target.Index == 0 && takesContext(c) {
		client.Target.Index = 1 // the context comes first
	}
	var input ssa.Value
	if client.Inputs != "" {
		if input, operation = inputOf(c, client.Inputs); input == nil {
			return
		}
	}
	call := Call{
		Func: from, Service: client.Service, Protocol: client.Protocol, Operation: client.Operation,
		Runs: !client.Named && len(client.Targets) == 0, Consumes: client.Consumes, At: r.at(instr.Pos()),
		Encryption: r.transport(c, client.TLS), Carries: r.carried(c),
	}
	if strings.HasSuffix(call.Operation, ":") || strings.HasSuffix(call.Operation, ".") {
		call.Operation += operation
	}
	switch {
	case input != nil:
		call.Target = r.named(instr.Parent(), input, client.Targets)
	case client.Named:
		call.Target = r.target(c, client.Target)
	}
	r.out.Calls = append(r.out.Calls, call)
	if client.Consumes {
		r.consumer(from, instr, client.Kind, call.At)
	}
}

// takesContext reports whether the first argument of a call is a context.
func takesContext(c *ssa.CallCommon) bool {
	args := arguments(c)
	if len(args) == 0 {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(plainValue(args[0]).Type(), true, nil, "Deadline")
	return obj != nil
}

// consumer records that a function takes work from another system.
func (r *reader) consumer(from string, instr ssa.CallInstruction, kind string, at At) {
	if kind == "" {
		kind = "queue"
	}
	r.out.Entries = append(r.out.Entries, Entry{Kind: kind, Handler: from, In: from, At: at, HandlerAt: r.at(instr.Parent().Pos())})
}

// inputOf returns the argument that carries what an operation is given, and
// the operation's name.
func inputOf(c *ssa.CallCommon, suffix string) (ssa.Value, string) {
	for _, a := range arguments(c) {
		name := typeName(a.Type())
		base := name[strings.LastIndexByte(name, '.')+1:]
		if op, ok := strings.CutSuffix(base, suffix); ok && op != "" {
			return a, op
		}
	}
	return nil, ""
}

// firstField returns where the first of the fields that a literal sets is from.
func (r *reader) firstField(v ssa.Value, fields []string) []Place {
	for _, f := range fields {
		if p := r.fieldOf(v, f); len(p) > 0 && (len(p) > 1 || p[0].Kind != "unknown") {
			return p
		}
	}
	return []Place{{Kind: "unknown"}}
}

// target returns where the argument that names the other end is from, which
// may be a field of a literal.
func (r *reader) target(c *ssa.CallCommon, p library.Port) []Place {
	args := arguments(c)
	if p.Index < 0 || p.Index >= len(args) {
		return []Place{{Kind: "unknown"}}
	}
	if p.Path == "" {
		return r.places(args[p.Index], depth)
	}
	return r.fieldOf(args[p.Index], strings.TrimPrefix(p.Path, "."))
}

// fieldOf returns where the value is from that a field of a literal is given.
// The field may lie in a literal within: Options.Addr.
func (r *reader) fieldOf(v ssa.Value, field string) []Place {
	if given := givenKey(v, field); given != nil {
		return r.places(given, depth)
	}
	first, rest, deeper := strings.Cut(field, ".")
	if given := givenField(v, first); given != nil {
		if deeper {
			return r.fieldOf(given, rest)
		}
		return r.places(given, depth)
	}
	return []Place{{Kind: "unknown"}}
}

// givenField returns what a field of a literal is given, or nil.
func givenField(v ssa.Value, field string) ssa.Value {
	v = literal(v)
	if v == nil || v.Referrers() == nil {
		return nil
	}
	for _, ref := range *v.Referrers() {
		fa, ok := ref.(*ssa.FieldAddr)
		if !ok || !strings.HasSuffix(fieldName(fa.X.Type(), fa.Field), "."+field) {
			continue
		}
		for _, use := range *fa.Referrers() {
			if st, ok := use.(*ssa.Store); ok && st.Addr == fa {
				return st.Val
			}
		}
		return fa // a literal within
	}
	return nil
}

// givenKey returns what a literal of a map is given for a key, or nil.
func givenKey(v ssa.Value, key string) ssa.Value {
	v = literal(v)
	if alloc, ok := v.(*ssa.Alloc); ok {
		for _, ref := range *alloc.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == alloc {
				v = st.Val
			}
		}
	}
	if _, ok := v.(*ssa.MakeMap); !ok {
		return nil
	}
	for _, ref := range *v.Referrers() {
		up, ok := ref.(*ssa.MapUpdate)
		if !ok {
			continue
		}
		if k, ok := plainValue(up.Key).(*ssa.Const); ok && k.Value != nil && k.Value.Kind() == constant.String && constant.StringVal(k.Value) == key {
			return up.Value
		}
	}
	return nil
}

// literal returns the variable that holds a literal, behind conversions.
func literal(v ssa.Value) ssa.Value {
	for range 4 {
		if x := inner(v); x != nil {
			v = x
		}
	}
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	return v
}

// transport says whether a connection is encrypted, as far as its options or
// its literal of settings show.
func (r *reader) transport(c *ssa.CallCommon, tls *library.Port) string {
	args := arguments(c)
	if tls != nil && tls.Index < len(args) {
		v := literal(args[tls.Index])
		if _, whole := v.(*ssa.Alloc); !whole {
			return ""
		}
		given := givenField(v, strings.TrimPrefix(tls.Path, "."))
		if k, isNil := given.(*ssa.Const); given == nil || isNil && k.Value == nil {
			return "none"
		}
		return "tls"
	}
	for _, a := range args {
		if t := r.option(a, 0); t != "" {
			return t
		}
	}
	return ""
}

// option looks for a transport in an option, or in what one is made from.
func (r *reader) option(v ssa.Value, n int) string {
	if n > 3 {
		return ""
	}
	for range 3 {
		if x := inner(v); x != nil {
			v = x
		}
	}
	list := variadic(v)
	if call, ok := v.(*ssa.Call); ok {
		obj := callee(call.Common())
		if obj == nil {
			return ""
		}
		if f := r.lib.Func(funcName(obj)); f != nil && f.Transport != "" {
			return f.Transport
		}
		list = arguments(call.Common())
	}
	for _, a := range list {
		if t := r.option(a, n+1); t != "" {
			return t
		}
	}
	return ""
}

// clientBehind recognises a client behind an interface of the program's own by
// the input that its method takes: func(ctx, *s3.GetObjectInput, ...), whatever
// the method is called.
func (r *reader) clientBehind(c *ssa.CallCommon) *library.Func {
	if !c.IsInvoke() || strings.HasPrefix(c.Method.Name(), "New") {
		return nil
	}
	for p := range c.Signature().Params().Variables() {
		name := typeName(p.Type())
		dot := strings.LastIndexByte(name, '.') + 1
		if op, ok := strings.CutSuffix(name[dot:], "Input"); ok && op != "" && dot > 0 {
			return r.lib.Func(name[:dot] + "Client." + op)
		}
	}
	return nil
}
