package taint

import (
	"golang.org/x/tools/go/ssa"
)

// maxServed bounds how many functions a request is followed back through.
const maxServed = 3

// servedOnly reports whether a request that a call makes goes to handlers of
// the program itself and nowhere else, so that nobody is called.
func (s *state) servedOnly(made ssa.Value) bool {
	u := served{e: s.e}
	return made != nil && u.only(made, s.fn, 0) && u.handled
}

// served looks at what becomes of a request.
type served struct {
	e       *engine
	handled bool // a handler is given it
}

// only reports whether all that is done with a request is to prepare it and to
// give it to handlers, here or in the functions that it is returned to.
func (u *served) only(v ssa.Value, fn *ssa.Function, depth int) bool {
	if depth > maxViews || v.Referrers() == nil {
		return false
	}
	for _, ref := range *v.Referrers() {
		if !u.harmless(ref, v, fn, depth+1) {
			return false
		}
	}
	return true
}

func (u *served) harmless(ref ssa.Instruction, v ssa.Value, fn *ssa.Function, depth int) bool {
	switch ref := ref.(type) {
	case *ssa.DebugRef, *ssa.FieldAddr, *ssa.BinOp:
		return true
	case *ssa.Extract:
		return ref.Index > 0 || u.only(ref, fn, depth)
	case *ssa.Phi:
		return u.only(ref, fn, depth)
	case *ssa.Return:
		return u.returned(ref, v, fn, depth)
	case *ssa.Call:
		return u.given(ref, v, fn, depth)
	}
	return false
}

// given reports whether a call prepares a request or handles it.
func (u *served) given(call *ssa.Call, v ssa.Value, fn *ssa.Function, depth int) bool {
	f := calledFunc(call.Common())
	if f == nil {
		return false
	}
	if f.Name() == "ServeHTTP" {
		u.handled = true
		return true
	}
	if ops := operands(call.Common()); !hasReceiver(call.Common()) || ops[0] != v {
		return false
	}
	switch f.Name() {
	case "WithContext", "Clone":
		return u.only(call, fn, depth)
	case "Write", "WriteProxy":
		return false
	}
	return true
}

// returned follows a request to those who call the function that returns it.
// Only functions of the package are known to have no other callers.
func (u *served) returned(ret *ssa.Return, v ssa.Value, fn *ssa.Function, depth int) bool {
	if obj := fn.Object(); depth > maxServed*2 || obj == nil || obj.Exported() || fn.Parent() != nil || len(u.e.users[fn]) == 0 {
		return false
	}
	for i, r := range ret.Results {
		if r != v {
			continue
		}
		for _, user := range u.e.users[fn] {
			if !u.received(user, fn, i, depth) {
				return false
			}
		}
	}
	return true
}

// received reports whether a function that uses another calls it, and does
// nothing else with the request that it returns than to have it handled.
func (u *served) received(user, fn *ssa.Function, index, depth int) bool {
	for _, b := range user.Blocks {
		for _, instr := range b.Instrs {
			if !speaksOf(instr, fn) {
				continue
			}
			call, ok := instr.(*ssa.Call)
			if !ok || call.Call.StaticCallee() != fn {
				return false
			}
			if !u.result(call, user, index, depth) {
				return false
			}
		}
	}
	return true
}

func (u *served) result(call *ssa.Call, user *ssa.Function, index, depth int) bool {
	if call.Call.Signature().Results().Len() == 1 {
		return u.only(call, user, depth)
	}
	for _, ref := range *call.Referrers() {
		if e, ok := ref.(*ssa.Extract); ok && e.Index == index && !u.only(e, user, depth) {
			return false
		}
	}
	return true
}

// speaksOf reports whether an instruction has a function among its operands.
func speaksOf(instr ssa.Instruction, fn *ssa.Function) bool {
	for _, op := range instr.Operands(nil) {
		if *op == fn {
			return true
		}
	}
	return false
}
