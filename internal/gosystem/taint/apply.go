package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// apply applies a callee's summary to a call. Bindings are what a closure was
// made with.
func (s *state) apply(at site, sum *Summary, bindings []ssa.Value, callee string) {
	note := "handed to " + callee
	for _, f := range sum.Flows {
		s.applyFlow(at, f, bindings, note)
	}
	for _, c := range sum.Calls {
		s.applyCallback(at, c, bindings, note)
	}
	if s.final {
		for _, k := range sum.Sinks {
			s.applySink(at, k, bindings, note)
		}
	}
	s.callbacks(at)
}

// input returns the value that a callee's input is.
func (at site) input(e End, bindings []ssa.Value) ssa.Value {
	list := at.args
	if e.Kind == Free {
		list = bindings
	}
	if e.Index >= len(list) {
		return nil
	}
	return list[e.Index]
}

// entering returns what comes in at an end of a callee; the path of each is
// what lies below the end's own.
func (s *state) entering(at site, e End, bindings []ssa.Value) []taint {
	v := at.input(e, bindings)
	if v == nil {
		return nil
	}
	c := s.canon(v)
	c.path += e.Path
	return s.readCell(c)
}

func (s *state) applyFlow(at site, f Flow, bindings []ssa.Value, note string) {
	to, ok := s.leaving(at, f.To, bindings)
	if !ok {
		return
	}
	if f.From.Kind == Outside {
		l := label{end: End{Kind: Outside}, origin: s.origin(*f.Origin)}
		s.put(to, l, f.Mask, nil, at.pos, note)
		return
	}
	for _, t := range s.entering(at, f.From, bindings) {
		mask := t.mask & f.Mask &^ s.guards.cleared(t, at.block)
		s.put(cell{to.root, to.path + t.path}, t.label, mask, &t, at.pos, note)
	}
}

func (s *state) leaving(at site, e End, bindings []ssa.Value) (cell, bool) {
	if e.Kind == Result {
		if at.result == nil || !resultCarries(at.result, e.Index) {
			return cell{}, false
		}
		return s.resultCell(at.result, e.Index, e.Path), true
	}
	v := at.input(e, bindings)
	if v == nil {
		return cell{}, false
	}
	c := s.canon(v)
	return cell{c.root, c.path + e.Path}, true
}

func (s *state) applySink(at site, k Sink, bindings []ssa.Value, note string) {
	for _, t := range s.entering(at, k.From, bindings) {
		// A part of what the callee takes whole counts; so does the whole.
		hops := append([]Hop{s.hop(at.pos, note)}, k.Hops...)
		s.reach(at.block, k.Kind, t, hops)
	}
}

// applyCallback calls what is given to a callee for the function it calls.
func (s *state) applyCallback(at site, c Callback, bindings []ssa.Value, note string) {
	fn := at.input(c.Func, bindings)
	if fn == nil {
		return
	}
	var incoming []taint
	if c.From.Kind == Outside {
		l := label{end: End{Kind: Outside}, origin: s.origin(*c.Origin)}
		sl := &slot{at: cell{fn, ""}, label: l, mask: c.Mask, pos: at.pos, note: note}
		incoming = []taint{{label: l, mask: c.Mask, slot: sl, read: sl.at}}
	} else {
		incoming = s.entering(at, c.From, bindings)
	}
	for _, t := range incoming {
		t.mask &= c.Mask
		s.callValue(at, fn, c.Arg, t, note)
	}
}

// callValue passes data to an argument of a function value.
func (s *state) callValue(at site, fn ssa.Value, arg int, t taint, note string) {
	known := false
	for _, v := range s.functions(fn, 0) {
		target, bindings := targetOf(v)
		if target == nil {
			continue
		}
		known = true
		index := arg
		if bound := boundMethod(target); bound != nil {
			target, index = bound, arg+1
		}
		s.intoFunction(at, target, bindings, index, t, note)
	}
	if known {
		return
	}
	if root := s.canon(fn); s.isInput(root.root) {
		s.summarizeCall(root, arg, t)
	}
}

func targetOf(v ssa.Value) (*ssa.Function, []ssa.Value) {
	switch v := v.(type) {
	case *ssa.Function:
		return v, nil
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function), v.Bindings
	}
	return nil, nil
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

// intoFunction applies to a function what comes in at its parameter.
func (s *state) intoFunction(at site, target *ssa.Function, bindings []ssa.Value, index int, t taint, note string) {
	sum := s.e.summaryOf(target)
	for _, f := range sum.Flows {
		if f.From.Kind != Param || f.From.Index != index || f.To.Kind != Free || f.To.Index >= len(bindings) {
			continue
		}
		if rest, ok := overlap(t.path, f.From.Path); ok {
			c := s.canon(bindings[f.To.Index])
			s.put(cell{c.root, c.path + f.To.Path + rest}, t.label, t.mask&f.Mask, &t, at.pos, note)
		}
	}
	if !s.final {
		return
	}
	for _, k := range sum.Sinks {
		if k.From.Kind != Param || k.From.Index != index {
			continue
		}
		if _, ok := overlap(t.path, k.From.Path); ok {
			hops := append([]Hop{s.hop(at.pos, note)}, k.Hops...)
			s.reach(at.block, k.Kind, t, hops)
		}
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

func (s *state) isInput(v ssa.Value) bool {
	switch v.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		return true
	}
	return false
}

func (s *state) inputEnd(c cell) (End, bool) {
	for i, p := range s.fn.Params {
		if c.root == p {
			return End{Kind: Param, Index: i, Path: shorten(c.path)}, true
		}
	}
	for i, p := range s.fn.FreeVars {
		if c.root == p {
			return End{Kind: Free, Index: i, Path: shorten(c.path)}, true
		}
	}
	return End{}, false
}

func (s *state) summarizeCall(fn cell, arg int, t taint) {
	end, ok := s.inputEnd(fn)
	if !ok || !s.final || end.Path != "" {
		return
	}
	c := Callback{Func: end, Arg: arg, From: t.label.end, Mask: t.mask}
	if t.label.origin >= 0 {
		c.Origin = &Origin{What: s.origins[t.label.origin].What, At: s.trace(t)[0]}
	}
	if s.sum.addCall(c) {
		s.changed = true
	}
}

// callbacks notes that a function given to this one is called with data.
func (s *state) callbacks(at site) {
	if at.common.IsInvoke() || at.common.StaticCallee() != nil {
		return
	}
	c := s.canon(at.common.Value)
	if !s.isInput(c.root) {
		return
	}
	if _, isFunc := at.common.Value.Type().Underlying().(*types.Signature); !isFunc {
		return
	}
	for i, arg := range at.args {
		for _, t := range s.read(arg) {
			s.summarizeCall(c, i, t)
		}
	}
}

// closure applies what a function literal does with what it captures, as it
// may be called from here on.
func (s *state) closure(b *ssa.BasicBlock, mc *ssa.MakeClosure) {
	fn := mc.Fn.(*ssa.Function)
	sum := s.e.summaryOf(fn)
	at := site{block: b, pos: mc.Pos()}
	note := "captured by a function"
	for _, f := range sum.Flows {
		if f.To.Kind != Free || f.From.Kind == Param {
			continue
		}
		to, ok := s.leaving(at, f.To, mc.Bindings)
		if !ok {
			continue
		}
		if f.From.Kind == Outside {
			s.put(to, label{end: End{Kind: Outside}, origin: s.origin(*f.Origin)}, f.Mask, nil, mc.Pos(), note)
			continue
		}
		for _, t := range s.entering(at, f.From, mc.Bindings) {
			s.put(cell{to.root, to.path + t.path}, t.label, t.mask&f.Mask&^s.guards.cleared(t, b), &t, mc.Pos(), note)
		}
	}
	s.closureCalls(b, mc, sum)
	if !s.final {
		return
	}
	for _, k := range sum.Sinks {
		if k.From.Kind != Free {
			continue
		}
		for _, t := range s.entering(at, k.From, mc.Bindings) {
			s.reach(b, k.Kind, t, append([]Hop{s.hop(mc.Pos(), note)}, k.Hops...))
		}
	}
}

// closureCalls handles captured functions that a literal calls with data.
func (s *state) closureCalls(b *ssa.BasicBlock, mc *ssa.MakeClosure, sum *Summary) {
	at := site{block: b, pos: mc.Pos()}
	for _, c := range sum.Calls {
		if c.Func.Kind != Free || c.From.Kind == Param {
			continue
		}
		s.applyCallback(at, c, mc.Bindings, "handed on by a function")
	}
}
