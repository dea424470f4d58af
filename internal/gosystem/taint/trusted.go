package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// What whoever starts the program decides is followed less far than what anyone
// can send: into callees, through the variables of the package and through a
// text that a function of the package returns, but into no other package's
// facts, and only while there is ample room for what anyone can send.

// maxTrusted bounds how full a variable may be for what a trusted one decides.
const maxTrusted = maxSlots / 2

// trust says who decides the data that a label stands for; of an input only the
// callers know.
func (s *state) trust(l label) library.Trust {
	if l.origin < 0 {
		return library.Anyone
	}
	return s.origins[l.origin].Trust
}

// originOf returns where data came in that leaves the function.
func (s *state) originOf(t taint) *Origin {
	from := s.origins[t.label.origin]
	return &Origin{What: from.What, At: s.trace(t)[0], Trust: from.Trust}
}

func staysClose(to End) bool {
	return to.Kind == Global || to.Kind == Result && to.Path == ""
}

func fromAnyone(list []Flow) []Flow {
	return slices.DeleteFunc(slices.Clone(list), func(f Flow) bool { return f.Origin != nil && f.Origin.Trust != library.Anyone })
}

// handed is a summary as other packages are told it.
func handed(s Summary) Summary {
	s.Flows = fromAnyone(s.Flows)
	return s
}

// meant returns for what data of whoever starts the program is harmless after a
// call: who makes a path absolute, or cleans it, means to take one that may lead
// anywhere from them.
func (s *state) meant(at site, t taint) library.Mask {
	if s.trust(t.label) == library.Anyone {
		return library.None
	}
	switch at.name {
	case "path/filepath.Abs", "path/filepath.Clean", "path/filepath.Rel", "path/filepath.EvalSymlinks":
		return library.Of(library.PathTraversal)
	}
	return library.None
}

// callerDecides are the kinds for which it counts that a function of a program
// does with a parameter whatever its caller says.
var callerDecides = library.Of(library.PathTraversal, library.CommandInjection, library.RequestForgery)

// byCaller notes that a function of a main package hands its parameter, as it
// is, to a dangerous place. Where others can import the package, to do what the
// caller says is what such a function is for.
func (s *state) byCaller(kind library.Kind, t taint, tail []Hop) {
	if !callerDecides.Has(kind) || len(tail) != 1 || t.label.end.Kind != Param || t.slot.from != nil {
		return
	}
	p, ok := t.slot.at.root.(*ssa.Parameter)
	if !ok || !isString(p.Type()) || s.fn.Pkg == nil || s.fn.Pkg.Pkg.Name() != "main" {
		return
	}
	hops := []Hop{s.hop(p.Pos(), "the caller decides "+p.Name()), tail[0]}
	s.found = append(s.found, Finding{Kind: kind, What: p.Name(), Pos: tail[0].pos, Hops: hops, Func: s.fn, Trust: library.Caller})
}

// oncePerTrusted leaves out what a trusted one decides where anyone decides it
// as well, and tells of each such source and kind once, where the way is
// shortest.
func oncePerTrusted(list []Finding) []Finding {
	anyone, best := map[string]bool{}, map[told]Finding{}
	for _, f := range list {
		if f.Trust == library.Anyone {
			anyone[danger(f)] = true
		} else if have, ok := best[toldOf(f)]; !ok || len(f.Hops) < len(have.Hops) {
			best[toldOf(f)] = f
		}
	}
	return slices.DeleteFunc(list, func(f Finding) bool {
		return f.Trust != library.Anyone && (anyone[danger(f)] || best[toldOf(f)].Pos != f.Pos)
	})
}

// told is what is told once.
type told struct {
	kind   library.Kind
	what   string
	source Hop
}

// toldOf tells addresses that whoever starts the program decides once for a
// package: nearly all programs are told so whom to call.
func toldOf(f Finding) told {
	if f.Kind == library.RequestForgery && f.Trust == library.Operator {
		return told{kind: f.Kind}
	}
	return told{f.Kind, f.What, f.Hops[0]}
}

// variableName returns the full name of a package's variable as the library
// writes it.
func variableName(g *ssa.Global) string {
	if g.Pkg == nil {
		return ""
	}
	return library.PlainPath(g.Pkg.Pkg.Path()) + "." + g.Name()
}

// usedAt returns where a variable that is read is first used; the reading itself
// has no place.
func usedAt(v ssa.Value) token.Pos {
	for _, ref := range *v.Referrers() {
		if pos := ref.Pos(); pos.IsValid() {
			return pos
		}
	}
	return v.Pos()
}
