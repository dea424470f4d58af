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
	found   map[*ssa.Function][]Finding
	names   map[*types.Func]string
	methods map[string][]*ssa.Function // by name, those with a body
	entries map[*ssa.Function]map[int]string
}

// maxVisits bounds how often a function is analysed again because a callee
// has changed.
const maxVisits = 8

func newEngine(fset *token.FileSet, lib *library.Library, pkg *ssabuild.Package, facts func(*types.Package) *Summaries) *engine {
	e := &engine{
		fset: fset, lib: lib, pkg: pkg, facts: facts,
		sums: map[*ssa.Function]*Summary{}, users: map[*ssa.Function][]*ssa.Function{}, found: map[*ssa.Function][]Finding{},
		names: map[*types.Func]string{}, methods: map[string][]*ssa.Function{}, entries: map[*ssa.Function]map[int]string{},
	}
	for _, fn := range e.functions() {
		e.sums[fn] = &Summary{}
		if fn.Signature.Recv() != nil {
			e.methods[fn.Name()] = append(e.methods[fn.Name()], fn)
		}
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

// run analyses every function until no summary grows.
func (e *engine) run() {
	fns := e.functions()
	for _, fn := range fns {
		e.note(fn)
	}
	queue := slices.Clone(fns)
	// Literals first: their summaries are asked for by what surrounds them.
	slices.Reverse(queue)
	queued := map[*ssa.Function]bool{}
	for _, fn := range queue {
		queued[fn] = true
	}
	visits := map[*ssa.Function]int{}
	for len(queue) > 0 {
		fn := queue[0]
		queue = queue[1:]
		queued[fn] = false
		if visits[fn]++; visits[fn] > maxVisits {
			continue
		}
		s := newState(e, fn)
		grown := s.run(e.sums[fn])
		e.found[fn] = s.found
		if !grown {
			continue
		}
		for _, user := range e.users[fn] {
			if !queued[user] {
				queued[user] = true
				queue = append(queue, user)
			}
		}
	}
}

// note records whom a function depends on, and what it registers as a way in.
func (e *engine) note(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			for _, op := range instr.Operands(nil) {
				if callee, ok := (*op).(*ssa.Function); ok {
					if origin := callee.Origin(); origin != nil {
						callee = origin
					}
					e.users[callee] = append(e.users[callee], fn)
				}
			}
			if call, ok := instr.(ssa.CallInstruction); ok {
				if c := call.Common(); c.IsInvoke() {
					for _, m := range e.methods[c.Method.Name()] {
						e.users[m] = append(e.users[m], fn)
					}
				}
				e.noteEntry(call.Common())
			}
		}
	}
}

// noteEntry marks the parameters of event handlers, which the library data
// knows by the call that registers them.
func (e *engine) noteEntry(c *ssa.CallCommon) {
	obj := calledFunc(c)
	if obj == nil {
		return
	}
	f := e.lib.Func(e.nameOf(obj))
	if f == nil || f.Route == nil || f.Route.Kind == "http" || f.Route.Handler < 0 {
		return
	}
	arg, args := f.Route.Handler, operands(c)
	if hasReceiver(c) {
		arg++
	}
	if arg >= len(args) {
		return
	}
	target, _ := targetOf(plain(args[arg]))
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

// findings returns what was found, each dangerous place and kind once, with the
// shortest way to it.
func (e *engine) findings() []Finding {
	best := map[string]Finding{}
	for _, fn := range e.functions() {
		for _, f := range e.found[fn] {
			last := f.Hops[len(f.Hops)-1]
			key := f.Kind.String() + last.File + ":" + itoa(last.Line) + ":" + itoa(last.Col) + "@" + itoa(int(f.Pos))
			have, ok := best[key]
			if !ok || len(f.Hops) < len(have.Hops) || len(f.Hops) == len(have.Hops) && compareHops(f.Hops, have.Hops) < 0 {
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
	return list
}

func compareHops(a, b []Hop) int {
	return slices.CompareFunc(a, b, func(x, y Hop) int {
		return cmp.Or(strings.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Col, y.Col), strings.Compare(x.Note, y.Note))
	})
}

// exported returns the summaries that importing packages can ask for.
func (e *engine) exported() *Summaries {
	out := &Summaries{}
	for _, fn := range e.pkg.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() || e.sums[fn].empty() {
			continue
		}
		out.Funcs = append(out.Funcs, Named{Name: localName(obj), Summary: trimmed(*e.sums[fn])})
	}
	slices.SortFunc(out.Funcs, func(a, b Named) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// trimmed leaves out what only makes sense inside the package.
func trimmed(s Summary) Summary {
	s.Flows = slices.DeleteFunc(slices.Clone(s.Flows), func(f Flow) bool { return f.From.Kind == Free || f.To.Kind == Free })
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

// summary returns what is known of a function of this package so far.
func (e *engine) summary(fn *ssa.Function) *Summary { return e.summaryOf(fn) }

// summaryOf returns the summary of any function value's function.
func (e *engine) summaryOf(fn *ssa.Function) *Summary {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if sum, ok := e.sums[fn]; ok {
		return sum
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		if sum := e.imported(obj); sum != nil {
			return sum
		}
		if f := e.lib.Func(e.nameOf(obj)); f != nil {
			return describedSummary(f, fn)
		}
	}
	return &Summary{}
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
	return e.summaryOf(fn)
}

// implementers returns the methods of this package that an interface call can
// reach.
func (e *engine) implementers(t types.Type, m *types.Func) []*ssa.Function {
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var list []*ssa.Function
	for _, fn := range e.methods[m.Name()] {
		recv := fn.Signature.Recv().Type()
		if types.Implements(recv, iface) || types.Implements(types.NewPointer(recv), iface) {
			list = append(list, fn)
		}
	}
	return list
}

// external applies the summaries of other packages' methods that an interface
// call can reach: those of the packages that this one imports. It reports
// whether there was one.
func (e *engine) external(c *ssa.CallCommon, apply func(*Summary)) bool {
	if !c.IsInvoke() || e.pkg.SSA == nil {
		return false
	}
	iface, ok := c.Value.Type().Underlying().(*types.Interface)
	if !ok || iface.NumMethods() == 0 {
		return false
	}
	found := false
	for _, p := range e.pkg.SSA.Pkg.Imports() {
		facts := e.facts(p)
		if facts == nil {
			continue
		}
		for _, n := range facts.Funcs {
			owner, method, ok := strings.Cut(n.Name, ".")
			if !ok || method != c.Method.Name() {
				continue
			}
			obj, ok := p.Scope().Lookup(owner).(*types.TypeName)
			if !ok || types.IsInterface(obj.Type()) {
				continue
			}
			if types.Implements(obj.Type(), iface) || types.Implements(types.NewPointer(obj.Type()), iface) {
				sum := n.Summary
				apply(&sum)
				found = true
			}
		}
	}
	return found
}

// qualified returns the name under which people know a function:
// example.com/shop/web.(*Server).Avatar, and for a literal that of the function
// around it with .func1 and so on, as in stack traces.
func qualified(fn *ssa.Function) string {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if parent := fn.Parent(); parent != nil {
		return qualified(parent) + ".func" + itoa(slices.Index(parent.AnonFuncs, fn)+1)
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		return QualifiedName(obj)
	}
	if fn.Pkg != nil {
		return fn.Pkg.Pkg.Path() + "." + fn.Name()
	}
	return fn.Name()
}

// QualifiedName returns the id form of a function's name: path.F,
// path.(*T).M or path.(T).M.
func QualifiedName(f *types.Func) string {
	if f.Pkg() == nil {
		return f.Name()
	}
	recv := f.Signature().Recv()
	if recv == nil {
		return f.Pkg().Path() + "." + f.Name()
	}
	star, t := "", types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		star, t = "*", types.Unalias(p.Elem())
	}
	name := "?"
	if n, ok := t.(*types.Named); ok {
		name = n.Obj().Name()
	}
	return f.Pkg().Path() + ".(" + star + name + ")." + f.Name()
}

// FunctionName returns the name under which people know an SSA function.
func FunctionName(fn *ssa.Function) string { return qualified(fn) }
