package taint

import (
	"cmp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// globalRoot returns the value that stands for the variable with that name in
// all functions.
func (e *engine) globalRoot(name string) ssa.Value {
	root, ok := e.globalRoots[name]
	if !ok {
		root = new(ssa.Parameter)
		e.globalRoots[name] = root
		e.globalNames[root] = name
	}
	return root
}

func globalName(g *ssa.Global) string {
	if g.Pkg == nil {
		return g.Name()
	}
	return g.Pkg.Pkg.Path() + " " + g.Name()
}

// seedGlobal marks, once a function looks at a variable, what it may hold.
func (s *state) seedGlobal(root ssa.Value) {
	if s.seeded[root] {
		return
	}
	s.seeded[root] = true
	name := s.e.globalNames[root]
	s.e.reads(name, s.fn)
	s.seed(cell{root, ""}, label{end: End{Kind: Global, Name: name}, origin: -1}, library.All, false)
	for _, f := range s.e.globals[name] {
		s.putHeld(cell{root, f.To.Path}, f)
	}
}

// putHeld records what a flow brings that comes from no input.
func (s *state) putHeld(at cell, f Flow) {
	l := label{end: f.From, origin: -1}
	if f.Origin != nil {
		l = label{end: End{Kind: Outside}, origin: s.origin(*f.Origin)}
	}
	s.put(at, l, f.Mask, nil, 0, "")
}

func (e *engine) reads(name string, fn *ssa.Function) {
	if e.readers[name] == nil {
		e.readers[name] = map[*ssa.Function]bool{}
	}
	e.readers[name][fn] = true
}

// keep notes what a function leaves in variables, and returns the names of
// those that hold more than before.
func (e *engine) keep(fn *ssa.Function) []string {
	sum := e.sums[fn]
	var grown []string
	for _, f := range sum.Flows {
		if f.To.Kind == Global && (f.From.Kind == Outside || f.From.Kind == Function) {
			switch added, full := e.addHeld(f); {
			case full:
				e.bound(fn, tooManyHeld)
			case added:
				grown = append(grown, f.To.Name)
			}
		}
	}
	return grown
}

// maxHeld bounds what is told of one variable.
const maxHeld = 24

// addHeld notes what a variable holds, and reports whether that is new, or does
// not fit any more.
func (e *engine) addHeld(f Flow) (added, full bool) {
	list := e.globals[f.To.Name]
	for i := range list {
		have := &list[i]
		if have.From == f.From && have.To == f.To && sameOrigin(have.Origin, f.Origin) {
			grown := have.Mask | f.Mask
			changed := grown != have.Mask
			have.Mask = grown
			return changed, false
		}
	}
	if len(list) >= maxHeld {
		return false, true
	}
	e.globals[f.To.Name] = append(list, f)
	return true, false
}

// importGlobals takes what imported packages say of variables.
func (e *engine) importGlobals() {
	if e.pkg.SSA == nil {
		return
	}
	for _, p := range e.pkg.SSA.Pkg.Imports() {
		if facts := e.facts(p); facts != nil {
			for _, f := range facts.Globals {
				e.addHeld(f)
			}
		}
	}
}

// maxGlobals bounds what a package tells of variables.
const maxGlobals = 256

func (e *engine) exportGlobals() []Flow {
	var out []Flow
	for _, list := range e.globals {
		out = append(out, fromAnyone(list)...)
	}
	slices.SortFunc(out, func(a, b Flow) int {
		return cmp.Or(cmp.Compare(a.To.Name, b.To.Name), cmp.Compare(a.To.Path, b.To.Path), cmp.Compare(a.From.Kind, b.From.Kind),
			cmp.Compare(a.From.Name, b.From.Name), compareOrigins(a.Origin, b.Origin))
	})
	return out[:min(len(out), maxGlobals)]
}

func compareOrigins(a, b *Origin) int {
	if a == nil || b == nil {
		return 0
	}
	return cmp.Or(cmp.Compare(a.What, b.What), compareHops([]Hop{a.At}, []Hop{b.At}))
}
