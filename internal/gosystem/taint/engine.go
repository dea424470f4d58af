package taint

import (
	"cmp"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// engine analyses one package.
type engine struct {
	fset *token.FileSet
	lib  *library.Library
	pkg  *ssabuild.Package
	// facts returns what another package exported, or nil.
	facts func(*types.Package) *Summaries

	sums    map[*ssa.Function]*Summary
	users   map[*ssa.Function][]*ssa.Function
	uses    map[[2]*ssa.Function]bool
	found   map[*ssa.Function][]Finding
	order   []*ssa.Function
	place   map[*ssa.Function]int // in order
	dirty   []bool
	names   map[*types.Func]string
	entries map[*ssa.Function]map[int]string
	exact   map[*ssa.Function]bool // handlers of one path

	keys      map[*ssa.Function]string // names of functions in facts
	byKey     map[string]*ssa.Function
	packages  map[string]*types.Package
	hierarchy map[methodKey][]target
	foreign   map[string][]foreignMethod

	quiet       map[types.Type]bool // see silent
	globalRoots map[string]ssa.Value
	globalNames map[ssa.Value]string
	globals     map[string][]Flow
	bounds      map[*ssa.Function]map[string]bool
	readers     map[string]map[*ssa.Function]bool
}

// maxVisits bounds how often a function is analysed again because a callee
// has changed.
const maxVisits = 12

func newEngine(fset *token.FileSet, lib *library.Library, pkg *ssabuild.Package, facts func(*types.Package) *Summaries) *engine {
	e := &engine{
		fset: fset, lib: lib, pkg: pkg, facts: facts,
		sums: map[*ssa.Function]*Summary{}, users: map[*ssa.Function][]*ssa.Function{}, uses: map[[2]*ssa.Function]bool{}, found: map[*ssa.Function][]Finding{},
		names: map[*types.Func]string{}, entries: map[*ssa.Function]map[int]string{}, exact: map[*ssa.Function]bool{},
		keys: map[*ssa.Function]string{}, byKey: map[string]*ssa.Function{}, hierarchy: map[methodKey][]target{},
		quiet:       map[types.Type]bool{},
		globalRoots: map[string]ssa.Value{}, globalNames: map[ssa.Value]string{}, globals: map[string][]Flow{},
		readers: map[string]map[*ssa.Function]bool{}, bounds: map[*ssa.Function]map[string]bool{},
	}
	return e
}

// functions returns all functions with a body, method values' wrappers
// included.
func (e *engine) functions() []*ssa.Function {
	seen := map[*ssa.Function]bool{}
	var list []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || seen[fn] || len(fn.Blocks) == 0 {
			return
		}
		seen[fn] = true
		list = append(list, fn)
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				for _, op := range instr.Operands(nil) {
					if f, ok := (*op).(*ssa.Function); ok && f.Synthetic != "" && f.Origin() == nil {
						add(f)
					}
				}
			}
		}
	}
	for _, fn := range e.pkg.Funcs {
		add(fn)
	}
	return list
}

// run analyses every function until no summary grows, callees before callers.
func (e *engine) run() {
	e.importGlobals()
	fns := e.functions()
	for _, fn := range fns {
		e.sums[fn] = &Summary{}
	}
	for _, fn := range fns {
		e.note(fn)
	}
	e.order = calleesFirst(fns)
	e.dirty = make([]bool, len(e.order))
	e.place = map[*ssa.Function]int{}
	for i, fn := range e.order {
		e.place[fn], e.dirty[i] = i, true
	}
	visits, work := make([]int, len(e.order)), make([]int, len(e.order))
	for again := true; again; {
		again = false
		for i, fn := range e.order {
			if !e.dirty[i] {
				continue
			}
			e.dirty[i] = false
			if visits[i]++; visits[i] > maxVisits || work[i] > maxWork {
				e.bound(fn, tooManyRounds)
				continue
			}
			again = true
			work[i] += e.visit(fn)
		}
	}
}

// visit analyses a function and marks those that depend on what is new. It
// returns what it took.
func (e *engine) visit(fn *ssa.Function) int {
	s := newState(e, fn)
	grown := s.run(e.sums[fn])
	if e.sums[fn].full() {
		e.bound(fn, tooManyFlows)
	}
	e.found[fn] = s.found
	if !grown {
		return s.work
	}
	for _, user := range e.users[fn] {
		e.mark(user)
	}
	for _, name := range e.keep(fn) {
		for reader := range e.readers[name] {
			e.mark(reader)
		}
	}
	return s.work
}

func (e *engine) mark(fn *ssa.Function) {
	if i, ok := e.place[fn]; ok {
		e.dirty[i] = true
	}
}

// use records that a function asks for the summary of another.
func (e *engine) use(callee, user *ssa.Function) {
	if origin := callee.Origin(); origin != nil {
		callee = origin
	}
	if e.sums[callee] == nil || callee == user {
		return
	}
	pair := [2]*ssa.Function{callee, user}
	if !e.uses[pair] {
		e.uses[pair] = true
		e.users[callee] = append(e.users[callee], user)
	}
}

// calleesFirst orders functions so that, but for recursion, each stands behind
// those it mentions.
func calleesFirst(fns []*ssa.Function) []*ssa.Function {
	state := map[*ssa.Function]bool{}
	wanted := map[*ssa.Function]bool{}
	for _, fn := range fns {
		wanted[fn] = true
	}
	var out []*ssa.Function
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if !wanted[fn] || state[fn] {
			return
		}
		state[fn] = true
		for _, callee := range mentioned(fn) {
			add(callee)
		}
		out = append(out, fn)
	}
	for _, fn := range fns {
		add(fn)
	}
	return out
}

// mentioned lists the functions that are operands in another, in order.
func mentioned(fn *ssa.Function) []*ssa.Function {
	var list []*ssa.Function
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			for _, op := range instr.Operands(nil) {
				if callee, ok := (*op).(*ssa.Function); ok {
					if origin := callee.Origin(); origin != nil {
						callee = origin
					}
					list = append(list, callee)
				}
			}
		}
	}
	return list
}

// note records whom a function depends on, and what it registers as a way in.
func (e *engine) note(fn *ssa.Function) {
	for _, callee := range mentioned(fn) {
		e.use(callee, fn)
	}
	e.noteResolvers(fn)
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok {
				e.noteEntry(call.Common())
			}
		}
	}
}

// findings returns what was found, each dangerous place and kind once, with the
// shortest way to it.
//
// Where a closure is made is no place in the source: what is found there counts
// only where no call of the closure leads to the same dangerous place.
func (e *engine) findings() []Finding {
	best, called := map[string]Finding{}, map[string]bool{}
	for _, fn := range e.functions() {
		for _, f := range e.found[fn] {
			called[danger(f)] = called[danger(f)] || f.Pos.IsValid()
		}
	}
	for _, fn := range e.functions() {
		for _, f := range e.found[fn] {
			if !f.Pos.IsValid() {
				if called[danger(f)] {
					continue
				}
				f.Pos = lastPlace(f.Hops)
			}
			key := danger(f) + "@" + itoa(int(f.Pos))
			if have, ok := best[key]; !ok || compareProofs(f, have) < 0 {
				best[key] = f
			}
		}
	}
	var list []Finding
	for _, f := range best {
		list = append(list, f)
	}
	slices.SortFunc(list, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Kind, b.Kind), compareHops(a.Hops, b.Hops))
	})
	return oncePerTrusted(withoutParts(list))
}

// withoutParts leaves out that someone decides a part of an address of which
// they decide the site.
func withoutParts(list []Finding) []Finding {
	whole := map[token.Pos]bool{}
	for _, f := range list {
		whole[f.Pos] = whole[f.Pos] || f.Kind == library.OpenRedirect
	}
	return slices.DeleteFunc(list, func(f Finding) bool { return f.Kind == library.RedirectPart && whole[f.Pos] })
}

// compareProofs prefers what anyone can send, then the shorter way.
func compareProofs(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Trust, b.Trust), cmp.Compare(len(a.Hops), len(b.Hops)), compareHops(a.Hops, b.Hops))
}

// danger names the dangerous place of a finding, and its kind.
func danger(f Finding) string {
	last := f.Hops[len(f.Hops)-1]
	return f.Kind.String() + last.File + ":" + itoa(last.Line) + ":" + itoa(last.Col)
}

func compareHops(a, b []Hop) int {
	return slices.CompareFunc(a, b, func(x, y Hop) int {
		return cmp.Or(strings.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Col, y.Col), strings.Compare(x.Note, y.Note))
	})
}

// exported returns the summaries that importing packages can ask for: those of
// exported functions, and of the functions that these hand out.
func (e *engine) exported() *Summaries {
	out := &Summaries{Globals: e.exportGlobals()}
	escaped := map[string]bool{}
	for _, f := range out.Globals {
		escaped[f.From.Name] = f.From.Kind == Function
	}
	for _, fn := range e.pkg.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() || e.sums[fn].empty() {
			continue
		}
		out.Funcs = append(out.Funcs, Named{Name: localName(obj), Summary: trimmed(*e.sums[fn])})
		e.escaping(e.sums[fn], escaped)
	}
	out.Funcs = append(out.Funcs, e.handedOut(escaped)...)
	slices.SortFunc(out.Funcs, func(a, b Named) int { return cmp.Compare(a.Name, b.Name) })
	out.Funcs = slices.CompactFunc(out.Funcs, func(a, b Named) bool { return a.Name == b.Name })
	return out
}

// escaping adds the functions that a summary's flows hand out.
func (e *engine) escaping(sum *Summary, to map[string]bool) {
	for _, f := range sum.Flows {
		if f.From.Kind == Function {
			to[f.From.Name] = true
		}
	}
	for _, c := range sum.Calls {
		if c.From.Kind == Function {
			to[c.From.Name] = true
		}
	}
}

// handedOut returns the summaries of this package's functions among the named
// ones, and of those that they hand out in turn.
func (e *engine) handedOut(names map[string]bool) []Named {
	var out []Named
	done := map[string]bool{}
	for range 4 {
		next := map[string]bool{}
		for name := range names {
			fn := e.byKey[name]
			if done[name] || fn == nil || e.sums[fn].empty() {
				continue
			}
			done[name] = true
			_, local, _ := strings.Cut(name, " ")
			out = append(out, Named{Name: local, Summary: handed(*e.sums[fn])})
			e.escaping(e.sums[fn], next)
		}
		names = next
	}
	return out
}

// trimmed leaves out what only makes sense inside the package.
func trimmed(s Summary) Summary {
	s.Flows = slices.DeleteFunc(fromAnyone(s.Flows), func(f Flow) bool { return f.From.Kind == Free || f.To.Kind == Free })
	s.Sinks = slices.DeleteFunc(slices.Clone(s.Sinks), func(k Sink) bool { return k.From.Kind == Free })
	s.Calls = slices.DeleteFunc(slices.Clone(s.Calls), func(c Callback) bool { return c.From.Kind == Free || c.Func.Kind == Free })
	return s
}

func (e *engine) nameOf(f *types.Func) string {
	if origin := f.Origin(); origin != nil {
		f = origin
	}
	name, ok := e.names[f]
	if !ok {
		name = funcName(f)
		e.names[f] = name
	}
	return name
}

// known returns the summary of a function, nil where nothing is known of it.
func (e *engine) known(fn *ssa.Function) *Summary {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if sum, ok := e.sums[fn]; ok {
		return sum
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return nil
	}
	if f := e.lib.Func(e.nameOf(obj)); f != nil && f.Described {
		return describedSummary(f, fn)
	}
	return e.imported(obj)
}

// describedSummary is the summary of a library function that is handed on as a
// value.
func describedSummary(f *library.Func, fn *ssa.Function) *Summary {
	sum := &Summary{}
	recv := 0
	if fn.Signature.Recv() != nil {
		recv = 1
	}
	for _, k := range f.Sinks {
		if k.When == "" && !k.Port.Rest {
			hop := Hop{Note: "used by " + fn.Name()}
			sum.Sinks = append(sum.Sinks, Sink{From: End{Index: k.Port.Index + recv, Path: k.Port.Path}, Kind: k.Kind, Hops: []Hop{hop}})
		}
	}
	for _, flow := range f.Flows {
		from, to := End{Index: flow.From.Index + recv, Path: flow.From.Path}, End{Kind: Result, Index: flow.To.Index}
		if !flow.To.Result {
			to = End{Index: flow.To.Index + recv, Path: flow.To.Path}
		}
		sum.Flows = append(sum.Flows, Flow{From: from, To: to, Mask: library.All &^ flow.Except})
	}
	return sum
}

// imported returns the summary of another package's function, nil where the
// package was not analysed.
func (e *engine) imported(f *types.Func) *Summary {
	if f.Pkg() == nil || e.pkg.SSA != nil && f.Pkg() == e.pkg.SSA.Pkg {
		return nil
	}
	facts := e.facts(f.Pkg())
	if facts == nil {
		return nil
	}
	return facts.Find(localName(f))
}

// callee returns the summary of a call's one callee, or nil.
func (e *engine) callee(c *ssa.CallCommon) *Summary {
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	return e.known(fn)
}
