package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// functionOf returns the function that a value is, if it is made right here.
func functionOf(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.Function:
		return v
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	}
	return nil
}

// functionTaint says that a cell holds a function. Functions travel like data,
// so that a call of a value knows what it calls.
func (s *state) functionTaint(c cell, fn *ssa.Function) taint {
	sl := s.values[c.root]
	if sl == nil {
		sl = &slot{at: c, label: label{end: End{Kind: Function, Name: s.e.functionKey(fn)}, origin: -1}, mask: library.All}
		s.values[c.root] = sl
	}
	return taint{label: sl.label, mask: sl.mask, slot: sl, read: c}
}

// functionKey returns the name of a function in facts: the package's path, a
// space, and the name there. Literals are numbered.
func (e *engine) functionKey(fn *ssa.Function) string {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if key, ok := e.keys[fn]; ok {
		return key
	}
	obj, declared := fn.Object().(*types.Func)
	key := ""
	switch {
	case fn.Parent() != nil:
		for i, anon := range fn.Parent().AnonFuncs {
			if anon == fn {
				key = e.functionKey(fn.Parent()) + "$" + itoa(i+1)
			}
		}
	case declared && obj.Pkg() != nil && (fn.Synthetic == "" || len(fn.Blocks) == 0):
		key = obj.Pkg().Path() + " " + localName(obj)
	default:
		key = e.pkg.SSA.Pkg.Path() + " ~" + fn.String()
	}
	e.keys[fn], e.byKey[key] = key, fn
	return key
}

// functionNamed returns what is known of a function value, nil for nothing.
func (e *engine) functionNamed(key string, user *ssa.Function) *Summary {
	if fn := e.byKey[key]; fn != nil {
		e.use(fn, user)
		return e.known(fn)
	}
	path, name, _ := strings.Cut(key, " ")
	p := e.packageAt(path)
	if p == nil {
		return nil
	}
	if facts := e.facts(p); facts != nil {
		return facts.Find(name)
	}
	return nil
}

// packageAt returns the package with a path among all that are imported,
// directly or not.
func (e *engine) packageAt(path string) *types.Package {
	if e.packages == nil {
		e.packages = map[string]*types.Package{}
		var add func(p *types.Package)
		add = func(p *types.Package) {
			if e.packages[p.Path()] == nil {
				e.packages[p.Path()] = p
				for _, q := range p.Imports() {
					add(q)
				}
			}
		}
		add(e.pkg.SSA.Pkg)
	}
	return e.packages[path]
}

// dynamic handles a call of a function value.
func (s *state) dynamic(at site) {
	value := s.canon(at.common.Value)
	known, open := false, false
	for _, t := range s.readCell(value) {
		if t.path != "" {
			continue
		}
		if t.label.end.Kind != Function {
			open = s.callOpen(at, t.label.end, "", at.args) || open
			continue
		}
		if sum := s.e.functionNamed(t.label.end.Name, s.fn); sum != nil {
			at.closure = &value
			s.apply(at, sum, "a function value")
			known = true
		}
	}
	if !known || open {
		s.unknown(at)
	}
	if !known && at.result != nil {
		s.fromCaptured(at, value)
	}
}

// fromCaptured takes what a function nobody knows has captured for what it
// returns.
func (s *state) fromCaptured(at site, value cell) {
	for _, t := range s.readCell(value) {
		if t.label.end.Kind == Function || !strings.HasPrefix(t.path, ".$") {
			continue
		}
		for n := range resultCount(at.result) {
			if s.resultCarries(at.result, n) {
				s.put(s.resultCell(at.result, n, ""), t.label, t.mask&^s.guards.cleared(t, at.block), &t, at.pos, "passed through a function value")
			}
		}
	}
}

func resultCount(v ssa.Value) int {
	if t, ok := v.Type().(*types.Tuple); ok {
		return t.Len()
	}
	return 1
}

// callOpen notes in the summary that something the function is given is
// called, or a method of it. It reports whether it could.
func (s *state) callOpen(at site, end End, method string, args []ssa.Value) bool {
	switch end.Kind {
	case Param, Free, Global:
	default:
		return false
	}
	for i, arg := range args {
		for _, t := range s.read(arg) {
			s.summarizeCall(end, method, i, t)
		}
	}
	if at.result == nil {
		return true
	}
	called := Called{Kind: end.Kind, Index: end.Index, Path: end.Path, Name: end.Name, Method: method}
	for n := range resultCount(at.result) {
		if t := resultType(at.result, n); carries(t) && !isError(t) {
			l := label{end: End{Kind: Returned, Index: n, Call: called}, origin: -1}
			s.put(s.resultCell(at.result, n, ""), l, library.All, nil, at.pos, "")
		}
	}
	return true
}

func (s *state) summarizeCall(fn End, method string, arg int, t taint) {
	if !s.final {
		return
	}
	c := Callback{Func: fn, Method: method, Arg: arg, Path: t.path, From: t.label.end, Mask: t.mask}
	if t.label.origin >= 0 {
		if c.Origin = s.originOf(t); c.Origin.Trust != library.Anyone {
			return
		}
	}
	if s.sum.addCall(c) {
		s.changed = true
	}
}
