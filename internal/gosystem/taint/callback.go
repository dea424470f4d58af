package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// callee is what a value that is called can be.
type callee struct {
	sum     *Summary
	closure *cell
	// receiver is set for a method, and counts as parameter 0.
	receiver *cell
}

// passing is data handed to a callee; what was done with it once in a pass
// need not be done again.
type passing struct {
	sum   *Summary
	place cell
	index int
	label label
	path  string
	mask  library.Mask
	block *ssa.BasicBlock
}

// place tells apart callees with the same summary.
func (c callee) place() cell {
	switch {
	case c.receiver != nil:
		return *c.receiver
	case c.closure != nil:
		return *c.closure
	}
	return cell{}
}

// shift is what to add to an argument's number to get the parameter's.
func (c callee) shift() int {
	if c.receiver != nil {
		return 1
	}
	return 0
}

// callees returns what calling the value at an end of a callee can reach, and
// the ends of this function that the value can be.
func (s *state) callees(at site, fn End, method string) (known []callee, open []End) {
	value, t, ok := s.input(at, fn)
	if !ok {
		return nil, nil
	}
	for _, l := range s.readCell(value) {
		if l.path != "" {
			continue
		}
		switch l.label.end.Kind {
		case Function:
			if method == "" {
				if sum := s.e.functionNamed(l.label.end.Name, s.fn); sum != nil {
					known = append(known, callee{sum: sum, closure: &value})
				}
			}
		case Param, Free, Global:
			open = append(open, l.label.end)
		}
	}
	if method == "" {
		return known, open
	}
	if t == nil {
		t = s.cellType(value)
	}
	if t == nil {
		return known, open
	}
	methods := s.e.implementers(t, method)
	if len(methods) > maxMethods {
		s.e.bound(s.fn, tooManyMethods)
		return known, open
	}
	for _, m := range methods {
		if sum := s.e.targetSummary(m, s.fn); sum != nil {
			receiver := below(value, m.path)
			known = append(known, callee{sum: sum, receiver: &receiver})
		}
	}
	return known, open
}

// maxMethods bounds how many types a parameter's method is looked for in: of an
// interface that many have, no caller says which it is.
const maxMethods = 12

// cellType returns the type of what a cell holds, where it is clear.
func (s *state) cellType(c cell) types.Type { return partType(c.root.Type(), c.path) }

// applyCallback calls what is given to a callee for the function it calls.
func (s *state) applyCallback(at site, c Callback, note string) {
	incoming := s.brought(at, c.From, c.Mask, c.Origin, note)
	if len(incoming) == 0 {
		return
	}
	known, open := s.callees(at, c.Func, c.Method)
	for _, t := range incoming {
		t.path = c.Path + t.path
		for _, k := range known {
			s.intoFunction(at, k, c.Arg+k.shift(), t, note)
		}
		for _, end := range open {
			s.summarizeCall(end, c.Method, c.Arg, t)
		}
	}
	if c.From.Kind != Outside && c.From.Kind != Function && c.From.Kind != Returned {
		for _, k := range known {
			s.outOfFunction(at, k, c, note)
		}
	}
}

// intoFunction applies to a function what comes in at its parameter.
func (s *state) intoFunction(at site, k callee, index int, t taint, note string) {
	key := passing{k.sum, k.place(), index, t.label, t.path, t.mask, at.block}
	if s.passed[key] {
		return
	}
	s.passed[key] = true
	inner := site{block: at.block, pos: at.pos, closure: k.closure, receiver: k.receiver}
	for _, f := range k.sum.Flows {
		if f.From.Kind != Param || f.From.Index != index || f.To.Kind == Result {
			continue
		}
		rest, ok := overlap(t.path, f.From.Path)
		to, given := s.leaving(inner, f.To)
		if ok && given {
			s.write(below(to, rest), t.label, t.mask&f.Mask, &t, at.pos, note)
		}
	}
	for _, c := range k.sum.Calls {
		if c.Method != "" {
			continue
		}
		if rest, ok := overlap(t.path, c.From.Path); ok && c.From.Kind == Param && c.From.Index == index && s.nested < maxNested {
			s.nested++
			down := t
			down.path, down.mask = c.Path+rest, t.mask&c.Mask
			known, open := s.callees(inner, c.Func, c.Method)
			for _, next := range known {
				s.intoFunction(at, next, c.Arg+next.shift(), down, note)
			}
			for _, end := range open {
				s.summarizeCall(end, c.Method, c.Arg, down)
			}
			s.nested--
		}
	}
	if !s.final {
		return
	}
	for _, sink := range k.sum.Sinks {
		if sink.From.Kind != Param || sink.From.Index != index {
			continue
		}
		if _, ok := overlap(t.path, sink.From.Path); ok {
			s.reach(at.block, sink.Kind, t, append([]Hop{s.hop(at.pos, note)}, sink.Hops...))
		}
	}
}

// maxNested bounds calls of functions that are given functions.
const maxNested = 3

// outOfFunction applies what a called function writes into what it is given.
func (s *state) outOfFunction(at site, k callee, c Callback, note string) {
	given, _, ok := s.input(at, c.From)
	if !ok {
		return
	}
	inner := site{block: at.block, pos: at.pos, closure: k.closure, receiver: k.receiver}
	for _, f := range k.sum.Flows {
		if f.To.Kind != Param || f.To.Index != c.Arg+k.shift() || f.From.Kind == Param && k.receiver == nil {
			continue
		}
		rest, ok := overlap(f.To.Path, c.Path)
		if !ok {
			continue
		}
		for _, t := range s.brought(inner, f.From, f.Mask, f.Origin, note) {
			s.write(below(given, rest+t.path), t.label, t.mask, &t, at.pos, note)
		}
	}
}

// enteringReturned returns what calling a value at an end of a callee gives.
func (s *state) enteringReturned(at site, e End) []taint {
	if s.nested >= maxNested {
		return nil
	}
	s.nested++
	defer func() { s.nested-- }()
	known, open := s.callees(at, e.Call.end(), e.Call.Method)
	var out []taint
	for _, end := range open {
		l := label{end: e, origin: -1}
		l.end.Call = Called{Kind: end.Kind, Index: end.Index, Path: end.Path, Name: end.Name, Method: e.Call.Method}
		sl := &slot{label: l, mask: library.All, pos: at.pos}
		out = append(out, taint{label: l, mask: library.All, slot: sl})
	}
	for _, k := range known {
		inner := site{block: at.block, pos: at.pos, closure: k.closure, receiver: k.receiver}
		for _, f := range k.sum.Flows {
			if f.To.Kind != Result || f.To.Index != e.Index || f.From.Kind == Param && (k.receiver == nil || f.From.Index != 0) {
				continue
			}
			rest, ok := overlap(f.To.Path, e.Path)
			if !ok {
				continue
			}
			for _, t := range s.brought(inner, f.From, f.Mask, f.Origin, "returned by a function value") {
				t.path = rest + t.path
				out = append(out, t)
			}
		}
	}
	return out
}

// handedFunctions calls the functions that are given to a call nobody knows
// with everything else that is given to it.
func (s *state) handedFunctions(at site) {
	for i, fn := range at.args {
		if _, ok := plain(fn).Type().Underlying().(*types.Signature); !ok {
			continue
		}
		s.handTo(at, i, plain(fn))
	}
}

func (s *state) handTo(at site, i int, fn ssa.Value) {
	sig := fn.Type().Underlying().(*types.Signature)
	known, open := s.callees(at, End{Index: i}, "")
	for j, arg := range at.args {
		if j == i {
			continue
		}
		for _, t := range s.read(arg) {
			for p := range sig.Params().Len() {
				if !carries(sig.Params().At(p).Type()) {
					continue
				}
				for _, k := range known {
					s.intoFunction(at, k, p, t, "handed to a function")
				}
				for _, end := range open {
					s.summarizeCall(end, "", p, t)
				}
			}
		}
	}
	for _, k := range known {
		s.handedBack(at, k)
	}
}

// handedBack takes what a function given to an unknown call returns for what
// that call returns.
func (s *state) handedBack(at site, k callee) {
	inner := site{block: at.block, pos: at.pos, closure: k.closure}
	for _, f := range k.sum.Flows {
		if f.To.Kind != Result || f.From.Kind == Param || at.result == nil {
			continue
		}
		for _, t := range s.brought(inner, f.From, f.Mask, f.Origin, "returned by a function value") {
			for n := range resultCount(at.result) {
				if s.resultCarries(at.result, n) {
					s.put(s.resultCell(at.result, n, ""), t.label, t.mask, &t, at.pos, "returned by a function value")
				}
			}
		}
	}
}
