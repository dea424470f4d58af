package gosystem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/model"
)

// weaknesses turns what analyzers reported into weaknesses of the model, each
// kind once per place.
func (a *assembler) weaknesses() {
	byID := map[string]*model.Weakness{}
	for _, d := range a.diags {
		w, ok := a.weakness(d)
		if !ok {
			continue
		}
		if have := byID[w.ID]; have == nil || a.better(w, have) {
			byID[w.ID] = w
		}
	}
	for _, w := range byID {
		a.sys.Weaknesses = append(a.sys.Weaknesses, w)
	}
	slices.SortFunc(a.sys.Weaknesses, func(x, y *model.Weakness) int { return cmp.Compare(x.ID, y.ID) })
}

// better prefers the proof that starts at a way in, then at one that asks
// nothing of its caller, then the shorter one.
func (a *assembler) better(x, y *model.Weakness) bool {
	rank := func(w *model.Weakness) int {
		switch {
		case w.EntryPoint == "":
			return 3
		case a.point(w.EntryPoint).Authn.Is("none"):
			return 0
		case !a.point(w.EntryPoint).Authn.Known():
			return 1
		}
		return 2
	}
	places := func(w *model.Weakness) string {
		var b strings.Builder
		for _, t := range w.Trace {
			fmt.Fprintf(&b, "%s:%06d ", t.File, t.Line)
		}
		return b.String()
	}
	return cmp.Or(
		cmp.Compare(rank(x), rank(y)), cmp.Compare(len(x.Trace), len(y.Trace)),
		cmp.Compare(places(x), places(y)), cmp.Compare(x.Message, y.Message),
	) < 0
}

func (a *assembler) point(id string) *model.EntryPoint {
	for _, e := range a.entries {
		if e.point.ID == id {
			return e.point
		}
	}
	return &model.EntryPoint{}
}

func (a *assembler) weakness(d diagnostic) (*model.Weakness, bool) {
	kind := a.words.Kinds[d.Category]
	if kind == "" {
		kind = strings.ReplaceAll(d.Analyzer, "-", "_")
	}
	trace := a.trace(d)
	at, abs, ok := a.posn(d.Posn)
	traced := slices.Contains(a.words.Traced, kind)
	if traced && len(trace) > 0 {
		at, ok = ownPlace(trace), true
		abs = a.absolute(trace[0].Location)
	}
	if !ok {
		return nil, false
	}
	// Where data comes in decides which way in reaches the weakness.
	source := a.functionAt(abs)
	w := &model.Weakness{
		Kind: kind, Threat: d.Category, Message: strings.TrimPrefix(d.Message, d.Category+": "), Location: at,
		Function: a.functionAt(a.absolute(at)).Name, Trace: trace,
	}
	pkg := packageOf(d.pkg)
	if slices.Contains(a.words.Routed, kind) {
		w.EntryPoint, w.Element = a.routeAt(at)
	}
	if w.Element == "" {
		w.EntryPoint, w.Element = a.wayIn(source.Name, traced)
	}
	if w.Element == "" && traced && kind != "local_input" {
		w.EntryPoint, w.Element = a.passed(trace)
	}
	if w.Element == "" {
		w.Element = a.owner(source.Name, pkg)
	}
	w.ID = fmt.Sprintf("%s %s:%d:%d", kind, at.File, at.Line, at.Column)
	return w, true
}

// passed returns the entry point whose handler a trace is the first to pass
// through: what comes in may be noted in a wrapper around it.
func (a *assembler) passed(trace []model.TraceStep) (point, element string) {
	for _, step := range trace {
		for _, e := range a.entries {
			if e.Handler == step.Function {
				return e.point.ID, e.point.Element
			}
		}
	}
	return "", ""
}

// ownPlace returns where a trace is last in code that is no copy of somebody
// else's: nobody mends what lies in a vendor directory.
func ownPlace(trace []model.TraceStep) model.Location {
	for _, step := range slices.Backward(trace) {
		if !slices.Contains(strings.Split(step.Location.File, "/"), "vendor") {
			return step.Location
		}
	}
	return trace[len(trace)-1].Location
}

// routeAt returns the entry point that is set up on a line, where it is the only
// one, and its element.
func (a *assembler) routeAt(at model.Location) (point, element string) {
	for _, e := range a.entries {
		if e.point.Location.File != at.File || e.point.Location.Line != at.Line {
			continue
		}
		if point != "" {
			return "", ""
		}
		point, element = e.point.ID, e.point.Element
	}
	return point, element
}

// packageOf drops the name of a test variant from a package's id.
func packageOf(id string) string {
	path, _, _ := strings.Cut(id, " ")
	return path
}

// wayIn returns the entry point that leads to a function, and its element.
// Only a proof with a trace says that what comes in gets there; for others the
// function must be the handler itself.
func (a *assembler) wayIn(fn string, traced bool) (point, element string) {
	if fn == "" {
		return "", ""
	}
	var best *model.EntryPoint
	rank := func(p *model.EntryPoint) int {
		switch {
		case p.Handler == fn:
			return 0
		case p.Authn.Is("none"):
			return 1
		case !p.Authn.Known():
			return 2
		}
		return 3
	}
	for _, e := range a.entries {
		own := e.Handler == fn || strings.HasPrefix(fn, e.Handler+".func")
		if !own && !(traced && a.graph.reach(e.Handler)[fn]) {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(rank(e.point), rank(best)), cmp.Compare(e.point.ID, best.ID)) < 0 {
			best = e.point
		}
	}
	if best == nil {
		return "", ""
	}
	return best.ID, best.Element
}

func (a *assembler) trace(d diagnostic) []model.TraceStep {
	var steps []model.TraceStep
	for _, r := range d.Related {
		loc, abs, ok := a.posn(r.Posn)
		if !ok {
			continue
		}
		steps = append(steps, model.TraceStep{Location: loc, Note: r.Message, Function: a.functionAt(abs).Name})
	}
	return steps
}

func (a *assembler) posn(posn string) (model.Location, fragment.At, bool) {
	file, line, col := position(posn)
	at := fragment.At{File: file, Line: line, Col: col}
	loc, ok := a.location(at)
	return loc, at, ok
}

func (a *assembler) absolute(l model.Location) fragment.At {
	return fragment.At{File: a.o.Dir + "/" + l.File, Line: l.Line, Col: l.Column}
}

// functionAt returns the innermost function around a place.
func (a *assembler) functionAt(at fragment.At) fragment.Func {
	var best fragment.Func
	for _, f := range a.byFile[at.File] {
		if f.Line <= at.Line && at.Line <= f.End && (best.Name == "" || f.End-f.Line <= best.End-best.Line) {
			best = f
		}
	}
	return best
}
