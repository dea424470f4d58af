package taint

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// apply applies a callee's summary to a call.
func (s *state) apply(at site, sum *Summary, callee string) {
	note := "handed to " + callee
	for _, f := range sum.Flows {
		s.applyFlow(at, f, note)
	}
	for _, c := range sum.Calls {
		s.applyCallback(at, c, note)
	}
	if s.final {
		for _, k := range sum.Sinks {
			s.applySink(at, k, note)
		}
	}
}

// input returns the cell that a callee's input is at a call, and its type
// where it is known.
func (s *state) input(at site, e End) (cell, types.Type, bool) {
	switch e.Kind {
	case Param:
		if e.Index == 0 && at.receiver != nil {
			return below(*at.receiver, e.Path), nil, true
		}
		if e.Index < len(at.args) {
			v := at.args[e.Index]
			return below(s.canon(v), e.Path), partType(plain(v).Type(), e.Path), true
		}
	case Free:
		if c, ok := s.captured(at.closure, e.Index); ok {
			return below(c, e.Path), nil, true
		}
	case Global:
		return cell{s.e.globalRoot(e.Name), e.Path}, nil, true
	case Panic:
		return cell{s.panics, e.Path}, nil, true
	case Recovered:
		return cell{s.panics, e.Path}, nil, at.deferred
	}
	return cell{}, nil, false
}

func below(c cell, path string) cell { return cell{c.root, c.path + path} }

// captured returns the cell of what a function value has captured.
func (s *state) captured(closure *cell, index int) (cell, bool) {
	if closure == nil {
		return cell{}, false
	}
	if mc, ok := closure.root.(*ssa.MakeClosure); ok && closure.path == "" {
		if index >= len(mc.Bindings) {
			return cell{}, false
		}
		return s.canon(mc.Bindings[index]), true
	}
	return cell{closure.root, closure.path + ".$" + itoa(index)}, true
}

// entering returns what comes in at an end of a callee; the path of each is
// what lies below the end's own.
func (s *state) entering(at site, e End) []taint {
	if e.Kind == Returned {
		return s.enteringReturned(at, e)
	}
	c, _, ok := s.input(at, e)
	if !ok {
		return nil
	}
	return s.readCell(c)
}

// brought returns what a flow brings into a call that comes from no input.
func (s *state) brought(at site, from End, mask library.Mask, origin *Origin, note string) []taint {
	switch from.Kind {
	case Outside:
		if origin == nil {
			return nil
		}
		l := label{end: End{Kind: Outside}, origin: s.origin(*origin)}
		sl := &slot{label: l, mask: mask, pos: at.pos, note: note}
		return []taint{{label: l, mask: mask, slot: sl}}
	case Function:
		l := label{end: from, origin: -1}
		return []taint{{label: l, mask: mask, slot: &slot{label: l, mask: mask, pos: at.pos}}}
	}
	list := s.entering(at, from)
	for i := range list {
		list[i].mask &= mask
	}
	return list
}

func (s *state) applyFlow(at site, f Flow, note string) {
	to, ok := s.leaving(at, f.To)
	if !ok {
		return
	}
	for _, t := range s.brought(at, f.From, f.Mask, f.Origin, note) {
		mask := t.mask &^ s.guards.cleared(t, at.block)
		from := &t
		if f.From.Kind == Outside {
			from = nil
		}
		if f.To.Kind == Result {
			s.put(below(to, t.path), t.label, mask, from, at.pos, note)
		} else {
			s.write(below(to, t.path), t.label, mask, from, at.pos, note)
		}
	}
	if f.From.Kind == Outside || f.From.Kind == Function || f.From.Kind == Returned {
		return
	}
	s.alias(at, f, to)
}

// alias sends back what is stored through a result that may be what went in,
// or through a parameter that another was stored in. Text that was read from
// a part is not that part.
func (s *state) alias(at site, f Flow, to cell) {
	from, t, ok := s.input(at, f.From)
	if !ok || from == to {
		return
	}
	if t == nil {
		t = s.cellType(from)
	}
	if t == nil || !shares(t) && f.To.Kind == Result && f.To.Path == "" {
		return
	}
	if f.To.Kind == Result && f.To.Path == "" && !sameThing(t, resultType(at.result, f.To.Index)) {
		return
	}
	s.sendBack(to, from, t, at.pos)
}

// sameThing reports whether values of two types can be one and the same: an
// address, or an interface that holds it.
func sameThing(a, b types.Type) bool {
	if a == nil || b == nil || isError(a) || isError(b) || !shares(a) || !shares(b) {
		return false
	}
	ia, aIface := a.Underlying().(*types.Interface)
	ib, bIface := b.Underlying().(*types.Interface)
	switch {
	case aIface && bIface:
		return types.Implements(a, ib) || types.Implements(b, ia)
	case aIface:
		return types.Implements(b, ia)
	case bIface:
		return types.Implements(a, ib)
	}
	return types.Identical(a.Underlying(), b.Underlying())
}

func (s *state) leaving(at site, e End) (cell, bool) {
	if e.Kind == Result {
		if at.result == nil || !s.resultCarries(at.result, e.Index) {
			return cell{}, false
		}
		return s.resultCell(at.result, e.Index, e.Path), true
	}
	c, t, ok := s.input(at, e)
	return c, ok && (t == nil || !s.e.silent(t))
}

func (s *state) applySink(at site, k Sink, note string) {
	for _, t := range s.entering(at, k.From) {
		// A part of what the callee takes whole counts; so does the whole.
		hops := append([]Hop{s.hop(at.pos, note)}, k.Hops...)
		s.reach(at.block, k.Kind, t, hops)
	}
}

// overlap reports whether data in the part have is seen by who reads the part
// want, and what of its path remains.
func overlap(have, want string) (string, bool) {
	if within(have, want) {
		return "", true
	}
	if within(want, have) {
		return have[len(want):], true
	}
	return "", false
}

// closure applies what a function literal does with what it captures, as it
// may be called from here on.
func (s *state) closure(b *ssa.BasicBlock, mc *ssa.MakeClosure) {
	value := cell{mc, ""}
	for i, v := range mc.Bindings {
		// What is captured by reference is one variable, whoever names it.
		s.share(cell{mc, ".$" + itoa(i)}, s.canon(v), v.Type(), false, b, mc.Pos(), "captured by a function")
	}
	s.mayCall(b, mc.Pos(), mc.Fn.(*ssa.Function), &value)
}

// mention is a function that is used as a value.
type mention struct {
	block *ssa.BasicBlock
	pos   token.Pos
	fn    *ssa.Function
}

func mentions(fn *ssa.Function) []mention {
	var list []mention
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			var called *ssa.Value
			if call, ok := instr.(ssa.CallInstruction); ok && !call.Common().IsInvoke() {
				called = &call.Common().Value
			}
			if _, ok := instr.(*ssa.MakeClosure); ok {
				continue
			}
			for _, op := range instr.Operands(nil) {
				if f, ok := (*op).(*ssa.Function); ok && op != called {
					list = append(list, mention{b, instr.Pos(), f})
				}
			}
		}
	}
	return list
}

// mayCall applies what a function that is used as a value does whatever it is
// given.
func (s *state) mayCall(b *ssa.BasicBlock, pos token.Pos, fn *ssa.Function, value *cell) {
	sum := s.e.known(fn)
	if sum == nil {
		return
	}
	at := site{block: b, pos: pos, closure: value}
	note := "captured by a function"
	for _, f := range sum.Flows {
		if (f.To.Kind == Free || f.To.Kind == Global) && !ofParam(f.From) && f.From.Kind != Recovered {
			s.applyFlow(at, f, note)
		}
	}
	for _, c := range sum.Calls {
		if !ofParam(c.Func) && !ofParam(c.From) {
			s.applyCallback(at, c, "handed on by a function")
		}
	}
	if !s.final {
		return
	}
	for _, k := range sum.Sinks {
		if !ofParam(k.From) {
			s.applySink(at, k, note)
		}
	}
}

// ofParam reports whether an end depends on a parameter.
func ofParam(e End) bool {
	return e.Kind == Param || e.Kind == Returned && e.Call.Kind == Param
}
