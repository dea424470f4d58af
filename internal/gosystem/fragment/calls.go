package fragment

import (
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
		r.arguments(c, obj)
		return
	}
	if f.Route != nil {
		r.route(from, fn, instr, f.Route)
	}
	if f.Setting != nil {
		r.read(from, instr, f.Setting)
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
	op := client.Operation
	if strings.HasSuffix(op, ":") {
		op += strings.TrimSuffix(obj.Name(), "WithContext")
	}
	if strings.HasSuffix(obj.Name(), "WithContext") && client.Target.Index == 0 {
		client.Target.Index = 1 // the context comes first
	}
	call := Call{
		Func: from, Service: client.Service, Protocol: client.Protocol, Operation: op,
		Runs: !client.Named, Consumes: client.Consumes, At: r.at(instr.Pos()),
	}
	if client.Named {
		call.Target = r.target(c, client.Target)
	}
	r.out.Calls = append(r.out.Calls, call)
	if client.Consumes {
		kind := client.Kind
		if kind == "" {
			kind = "queue"
		}
		r.out.Entries = append(r.out.Entries, Entry{Kind: kind, Handler: from, In: from, At: call.At, HandlerAt: r.at(instr.Parent().Pos())})
	}
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

func (r *reader) fieldOf(v ssa.Value, field string) []Place {
	for range 4 {
		if x := inner(v); x != nil {
			v = x
		}
	}
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	if v.Referrers() != nil {
		for _, ref := range *v.Referrers() {
			fa, ok := ref.(*ssa.FieldAddr)
			if !ok || !strings.HasSuffix(fieldName(fa.X.Type(), fa.Field), "."+field) {
				continue
			}
			for _, use := range *fa.Referrers() {
				if st, ok := use.(*ssa.Store); ok && st.Addr == fa {
					return r.places(st.Val, depth)
				}
			}
		}
	}
	return []Place{{Kind: "unknown"}}
}

// clientBehind recognises a client behind an interface of the program's own by
// the input type of its method: func(ctx, *s3.GetObjectInput, ...).
func (r *reader) clientBehind(c *ssa.CallCommon) *library.Func {
	if !c.IsInvoke() {
		return nil
	}
	for p := range c.Signature().Params().Variables() {
		name := typeName(p.Type())
		if !strings.HasSuffix(name, "."+c.Method.Name()+"Input") {
			continue
		}
		return r.lib.Func(strings.TrimSuffix(name, c.Method.Name()+"Input") + "Client." + c.Method.Name())
	}
	return nil
}
