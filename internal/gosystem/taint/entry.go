package taint

import (
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

func itoa(n int) string { return strconv.Itoa(n) }

// seeds marks the inputs of the function: what is from outside, and what is
// from its callers.
func (s *state) seeds() {
	usual := library.All &^ library.Of(library.ArchiveTraversal)
	marks := s.e.entries[s.fn]
	for i, p := range s.fn.Params {
		if !carries(p.Type()) || s.e.silent(p.Type()) {
			continue
		}
		if request := s.e.lib.Request(typeName(p.Type())); request != nil && s.comesIn(p, request) {
			s.seedRequest(p, request)
			continue
		}
		if what, ok := marks[i]; ok || s.isRPC(i, p) {
			if what == "" {
				what = "the call's message"
			}
			s.seed(cell{p, ""}, s.outside(what, p.Pos()), usual, !isText(p.Type()))
			continue
		}
		s.seed(cell{p, ""}, label{end: End{Kind: Param, Index: i}, origin: -1}, library.All, false)
	}
	for i, v := range s.fn.FreeVars {
		if s.e.silent(v.Type()) {
			continue
		}
		s.seed(cell{v, ""}, label{end: End{Kind: Free, Index: i}, origin: -1}, library.All, false)
	}
}

func (s *state) seedRequest(p *ssa.Parameter, request *library.Request) {
	usual := library.All &^ library.Of(library.ArchiveTraversal)
	l := s.outside(request.What, p.Pos())
	if len(request.Fields) == 0 {
		s.seed(cell{p, ""}, l, usual, true)
	}
	for _, f := range request.Fields {
		mask := usual
		if f == "Host" || f == "RequestURI" {
			// Only the sender's own browser is sent to the host it asked for.
			mask &^= library.Of(library.OpenRedirect)
		}
		if f == "RequestURI" {
			mask &^= library.Redirects
		}
		s.seed(cell{p, "." + f}, l, mask, true)
	}
}

// comesIn reports whether a request given to a function is one that a server
// got, not one that a client is about to send.
func (s *state) comesIn(p *ssa.Parameter, request *library.Request) bool {
	if request.Answered == "" {
		return true
	}
	for _, q := range s.fn.Params {
		if typeName(q.Type()) == request.Answered {
			return true
		}
	}
	if s.fn.Name() == "RoundTrip" || s.fn.Name() == "Do" || sends(p) {
		return false
	}
	for _, user := range s.e.users[s.fn] {
		if calledWithNew(user, s.fn, p) {
			return false
		}
	}
	return true
}

// sends reports whether a function prepares or sends the request: sets
// headers, signs it, hands it to a client.
func sends(p *ssa.Parameter) bool {
	for _, ref := range *p.Referrers() {
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			f := calledFunc(ref.Common())
			if f == nil {
				continue
			}
			switch f.Name() {
			case "Do", "RoundTrip", "SetBasicAuth", "AddCookie", "SignHTTP", "Sign":
				return true
			}
		case *ssa.FieldAddr:
			if writesThrough(ref) {
				return true
			}
		}
	}
	return false
}

func writesThrough(fa *ssa.FieldAddr) bool {
	for _, ref := range *fa.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == fa && fieldName(fa.X.Type(), fa.Field) != "Body" {
				return true
			}
		case *ssa.UnOp:
			for _, use := range *ref.Referrers() {
				if call, ok := use.(ssa.CallInstruction); ok {
					f := calledFunc(call.Common())
					if f != nil && typeName(ref.Type()) == "net/http.Header" && (f.Name() == "Set" || f.Name() == "Add") {
						return true
					}
				}
			}
		}
	}
	return false
}

// calledWithNew reports whether one function calls another with a request that
// it has made itself.
func calledWithNew(caller, callee *ssa.Function, p *ssa.Parameter) bool {
	index := -1
	for i, q := range callee.Params {
		if q == p {
			index = i
		}
	}
	for _, b := range caller.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || call.Common().StaticCallee() != callee || index >= len(call.Common().Args) {
				continue
			}
			v := call.Common().Args[index]
			if e, ok := v.(*ssa.Extract); ok {
				v = e.Tuple
			}
			if made, ok := v.(*ssa.Call); ok {
				if f := calledFunc(made.Common()); f != nil && strings.HasPrefix(f.Name(), "NewRequest") {
					return true
				}
			}
		}
	}
	return false
}

// isRPC reports whether a parameter is the message of a generated service: the
// receiver embeds the service's Unimplemented...Server.
func (s *state) isRPC(i int, p *ssa.Parameter) bool {
	recv := s.fn.Signature.Recv()
	if recv == nil || i == 0 || typeName(p.Type()) == "context.Context" {
		return false
	}
	obj := s.fn.Object()
	if obj == nil || !obj.Exported() {
		return false
	}
	t := recv.Type()
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		n := f.Name()
		if f.Embedded() && strings.HasPrefix(n, "Unimplemented") && strings.HasSuffix(n, "Server") {
			return lookupMethod(f.Type(), s.fn.Name()) != nil
		}
	}
	return false
}

// noteEntry marks the parameters of event handlers, which the library data
// knows by the call that registers them.
func (e *engine) noteEntry(c *ssa.CallCommon) {
	obj := calledFunc(c)
	if obj == nil {
		return
	}
	f := e.lib.Func(e.nameOf(obj))
	if f == nil || f.Route == nil || f.Route.Handler < 0 {
		return
	}
	if f.Route.Kind == "http" {
		e.noteExact(c, obj)
		return
	}
	arg, args := f.Route.Handler, operands(c)
	if hasReceiver(c) {
		arg++
	}
	if arg >= len(args) {
		return
	}
	target := functionOf(plain(args[arg]))
	if target == nil {
		return
	}
	first := 0
	if bound := boundMethod(target); bound != nil {
		target, first = bound, 1
	}
	marks := map[int]string{}
	for i, p := range target.Params {
		if i >= first && carries(p.Type()) && typeName(p.Type()) != "context.Context" {
			marks[i] = "the " + f.Route.Kind
		}
	}
	e.entries[target] = marks
}

func calledFunc(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method
	}
	if f := c.StaticCallee(); f != nil {
		obj, _ := f.Object().(*types.Func)
		return obj
	}
	return nil
}

// boundMethod returns the method behind a method value such as s.List.
func boundMethod(fn *ssa.Function) *ssa.Function {
	if fn.Synthetic == "" || len(fn.Blocks) == 0 || len(fn.FreeVars) != 1 {
		return nil
	}
	for _, instr := range fn.Blocks[0].Instrs {
		if call, ok := instr.(*ssa.Call); ok {
			return call.Call.StaticCallee()
		}
	}
	return nil
}
