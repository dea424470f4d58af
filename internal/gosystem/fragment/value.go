package fragment

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// depth bounds how far a value is followed inside one function.
const depth = 14

// places returns where a value is from, in the order of its text.
func (r *reader) places(v ssa.Value, left int) []Place {
	if left == 0 {
		return []Place{{Kind: "unknown"}}
	}
	// A value is asked for along every way that leads to it, which without this
	// is exponential in a function that joins many texts.
	key := placeKey{v, left}
	if list, ok := r.asked[key]; ok {
		return list
	}
	list := r.placesOf(v, left-1)
	if len(list) > maxPlaces {
		list = append(slices.Clone(list[:maxPlaces]), Place{Kind: "unknown"})
	}
	r.asked[key] = slices.Clip(list)
	return r.asked[key]
}

type placeKey struct {
	v    ssa.Value
	left int
}

// maxPlaces bounds what is told of one value.
const maxPlaces = 32

func (r *reader) placesOf(v ssa.Value, left int) []Place {
	switch v := v.(type) {
	case *ssa.Const:
		if v.Value != nil && v.Value.Kind() == constant.String {
			return []Place{{Kind: "const", Name: constant.StringVal(v.Value)}}
		}
		return nil
	case *ssa.Parameter:
		return r.parameter(v)
	case *ssa.FreeVar:
		return r.captured(v, left)
	case *ssa.Call:
		return r.callPlaces(v, 0, left)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			return r.callPlaces(call, v.Index, left)
		}
		if next, ok := v.Tuple.(*ssa.Lookup); ok {
			return r.places(next.X, left)
		}
	case *ssa.BinOp:
		if v.Op == token.ADD {
			return slices.Concat(r.places(v.X, left), r.places(v.Y, left))
		}
	case *ssa.Phi:
		var list []Place
		for _, e := range v.Edges {
			list = append(list, r.places(e, left-left/3)...)
		}
		return unique(list)
	case *ssa.Field:
		return r.field(v.X, v.Field)
	case *ssa.Lookup:
		return r.places(v.X, left)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return r.loaded(v.X, left)
		}
	case *ssa.Alloc:
		return r.loaded(v, left)
	case *ssa.Slice:
		return r.places(v.X, left)
	default:
		if x := inner(v); x != nil {
			return r.places(x, left)
		}
	}
	return []Place{{Kind: "unknown"}}
}

// inner returns what a conversion converts.
func inner(v ssa.Value) ssa.Value {
	switch v := v.(type) {
	case *ssa.Convert:
		return v.X
	case *ssa.ChangeType:
		return v.X
	case *ssa.MakeInterface:
		return v.X
	case *ssa.ChangeInterface:
		return v.X
	case *ssa.TypeAssert:
		return v.X
	case *ssa.IndexAddr:
		return v.X
	case *ssa.Index:
		return v.X
	}
	return nil
}

func unique(list []Place) []Place {
	var out []Place
	seen := map[string]bool{}
	for _, p := range list {
		key := p.Kind + " " + p.Name
		if p.Args == nil && seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, p)
	}
	return out
}

func (r *reader) parameter(p *ssa.Parameter) []Place {
	if r.lib.Request(typeName(p.Type())) != nil {
		return []Place{{Kind: "request"}}
	}
	for i, q := range p.Parent().Params {
		if q == p {
			return []Place{{Kind: "param", Name: paramName(p.Parent(), i)}}
		}
	}
	return []Place{{Kind: "unknown"}}
}

func paramName(fn *ssa.Function, i int) string {
	return taint.FunctionName(fn) + "#" + strconv.Itoa(i)
}

// captured follows a captured variable to what the literal was made with.
func (r *reader) captured(v *ssa.FreeVar, left int) []Place {
	fn := v.Parent()
	for i, q := range fn.FreeVars {
		if q != v || fn.Referrers() == nil && fn.Parent() == nil {
			continue
		}
		for _, b := range fn.Parent().Blocks {
			for _, instr := range b.Instrs {
				if mc, ok := instr.(*ssa.MakeClosure); ok && mc.Fn == fn && i < len(mc.Bindings) {
					return r.places(mc.Bindings[i], left)
				}
			}
		}
	}
	return []Place{{Kind: "unknown"}}
}

func (r *reader) field(x ssa.Value, index int) []Place {
	owner := fieldName(x.Type(), index)
	if owner == "" {
		return []Place{{Kind: "unknown"}}
	}
	if src := r.lib.Field(owner); src != nil || r.lib.Request(typeName(x.Type())) != nil {
		return []Place{{Kind: "request"}}
	}
	return []Place{{Kind: "field", Name: owner}}
}

func fieldName(t types.Type, index int) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || typeName(t) == "" {
		return ""
	}
	return typeName(t) + "." + st.Field(index).Name()
}

// loaded returns what a variable can hold.
func (r *reader) loaded(addr ssa.Value, left int) []Place {
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		if p := r.field(a.X, a.Field); p[0].Kind != "unknown" {
			return p
		}
		return r.places(a.X, left)
	case *ssa.Global:
		return []Place{{Kind: "global", Name: a.Pkg.Pkg.Path() + "." + a.Name()}}
	case *ssa.Alloc:
		var list []Place
		for _, ref := range *a.Referrers() {
			if st, ok := ref.(*ssa.Store); ok && st.Addr == a {
				list = append(list, r.places(st.Val, left)...)
			}
			if ia, ok := ref.(*ssa.IndexAddr); ok {
				for _, use := range *ia.Referrers() {
					if st, ok := use.(*ssa.Store); ok && st.Addr == ia {
						list = append(list, r.places(st.Val, left)...)
					}
				}
			}
		}
		return unique(list)
	}
	return r.places(addr, left)
}

// callPlaces returns where the result of a call is from: a setting, the
// function's own results, or, for functions of which nothing is known but that
// they work on text, their arguments.
func (r *reader) callPlaces(call *ssa.Call, index, left int) []Place {
	c := call.Common()
	obj := callee(c)
	if obj == nil {
		return []Place{{Kind: "unknown"}}
	}
	if f := r.lib.Func(funcName(obj)); f != nil {
		if f.Setting != nil {
			return r.setting(f.Setting, c, left)
		}
		if f.Source != nil && f.Source.Result == index {
			return []Place{{Kind: "request"}}
		}
	}
	args := ssabuild.Operands(c)
	if c.IsInvoke() {
		args = args[1:]
	}
	if !c.IsInvoke() && !ssabuild.IsStandard(obj.Pkg().Path()) && !r.lib.Describes(obj.Pkg().Path()) {
		p := Place{Kind: "result", Name: taint.QualifiedName(obj) + "#" + strconv.Itoa(index)}
		for _, a := range args {
			if isText(a.Type()) {
				p.Args = append(p.Args, r.places(a, left))
			} else {
				p.Args = append(p.Args, nil)
			}
		}
		return []Place{p}
	}
	var list []Place
	for _, a := range args {
		if isText(a.Type()) || isVariadicAny(a) {
			list = append(list, r.places(a, left)...)
		}
	}
	if obj.Signature().Recv() != nil && len(list) == len(args)-1 && !c.IsInvoke() && !isText(args[0].Type()) {
		list = slices.Concat(r.places(args[0], left), list)
	}
	return unique(list)
}

func (r *reader) setting(s *library.Setting, c *ssa.CallCommon, left int) []Place {
	i, args := s.Name, arguments(c)
	if i >= len(args) {
		return nil
	}
	names := r.places(args[i], left)
	if len(names) == 1 && names[0].Kind == "const" {
		return []Place{{Kind: s.Origin, Name: names[0].Name}}
	}
	return []Place{{Kind: s.Origin, Args: [][]Place{names}}}
}

func callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	obj := declared(fn)
	if obj == nil || obj.Pkg() == nil {
		return nil
	}
	return obj
}

func funcName(f *types.Func) string {
	recv := f.Signature().Recv()
	if f.Pkg() == nil {
		return ""
	}
	if recv == nil {
		return library.PlainPath(f.Pkg().Path()) + "." + f.Name()
	}
	return typeName(recv.Type()) + "." + f.Name()
}

func typeName(t types.Type) string {
	for {
		p, ok := types.Unalias(t).(*types.Pointer)
		if !ok {
			break
		}
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	return library.PlainPath(n.Obj().Pkg().Path()) + "." + n.Obj().Name()
}

func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Pointer:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsString != 0 || typeName(t) == "net/url.URL"
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Info()&types.IsString != 0
	}
	return false
}

func isVariadicAny(v ssa.Value) bool {
	s, ok := v.(*ssa.Slice)
	if !ok {
		return false
	}
	_, ok = s.X.(*ssa.Alloc)
	return ok
}

// arguments returns the arguments of a call without its receiver.
func arguments(c *ssa.CallCommon) []ssa.Value {
	args := ssabuild.Operands(c)
	if len(args) > 0 && ssabuild.HasReceiver(c) {
		return args[1:]
	}
	return args
}
