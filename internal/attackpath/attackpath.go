package attackpath

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// Options steer the search. The zero value is usable.
type Options struct {
	// PerEnd is how many ways from one start to one end are kept; 3 where zero.
	PerEnd int
	// Most is how many paths are kept in all; 1,000 where zero.
	Most int
	// Techniques replaces the built-in techniques where not nil.
	Techniques []*Technique
	// Further are the user's own; one of the id of a built-in takes its place.
	Further []*Technique
	// Stopped reports whether nobody wants the paths any more, so that what is
	// found is not complete; nil for never.
	Stopped func() bool
}

// Search finds the ways from where attackers start to what matters, and fills
// sys.Paths. It reads the grants that internal/iam decided.
func Search(sys *model.System, o Options) {
	o.PerEnd, o.Most = cmp.Or(o.PerEnd, 3), cmp.Or(o.Most, 1000)
	techniques := o.Techniques
	if techniques == nil {
		techniques = Techniques()
	}
	techniques = withFurther(techniques, o.Further)
	g := newGraph(newWorld(sys), techniques)
	var found []*found
	for _, start := range g.starts() {
		if o.Stopped != nil && o.Stopped() {
			return
		}
		found = append(found, g.paths(start, o.PerEnd)...)
	}
	found = g.withoutOwn(withoutOpen(found))
	slices.SortStableFunc(found, compareFound)
	if len(found) > o.Most {
		sys.Gaps = append(sys.Gaps, &model.Gap{
			Severity: "warning", What: fmt.Sprintf("%d attack paths, of which the %d most likely are kept", len(found), o.Most),
			Why: "more are more than anybody reads", Do: "close the first ones and scan again",
		})
		found = found[:o.Most]
	}
	choke(found)
	for _, f := range found {
		sys.Paths = append(sys.Paths, f.path)
	}
}

// withoutOpen leaves out the ways to what anybody can reach in one step: there
// is nothing that a longer way, or one that needs an identity, would add.
func withoutOpen(list []*found) []*found {
	open := map[position]bool{}
	for _, f := range list {
		if len(f.route) == 1 && f.route[0].from.anybody() {
			for _, p := range f.gains {
				open[p] = true
			}
		}
	}
	return slices.DeleteFunc(list, func(f *found) bool {
		closed := slices.ContainsFunc(f.gains, func(p position) bool { return !open[p] })
		return !closed && (len(f.route) > 1 || !f.route[0].from.anybody())
	})
}

// found is a path with what it was made of.
type found struct {
	path  *model.Path
	route []*edge
	cost  int
	gains []position // what is had at the end: reading, changing, or both
}

func compareFound(a, b *found) int {
	return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(a.path.Start, b.path.Start), cmp.Compare(a.path.End, b.path.End), cmp.Compare(a.path.ID, b.path.ID))
}

// paths lists the ways from a start, at most most for each end. Administrator
// rights that different identities hold are different ends: closing the way to
// one of them leaves the others.
func (g *graph) paths(from start, most int) []*found {
	w := g.walk(from.position)
	k := newKeeper(most)
	for _, end := range w.ends() {
		if end.what == identity || from.admin && end.what == erases && len(w.changeable()) == 0 {
			continue
		}
		for _, s := range w.arrived[end] {
			w.tell(&k, from, end, s)
		}
	}
	w.toRulers(&k, from)
	w.detour(&k)
	k.count()
	for _, f := range k.list {
		w.begin(f, from)
	}
	return k.list
}

// helped reports whether a step makes an administrator of an identity that was
// taken over, or held, before the one that does it: the one is there only to
// help the other.
func (w *walk) helped(s *step) bool {
	if s.to.what != admin || s.gained == s.from.id {
		return false
	}
	return slices.ContainsFunc(w.route(w.best[s.from]), func(e *edge) bool { return e.from == position{identity, s.gained} })
}

// tell keeps a way to an end if it is of use and says something.
func (w *walk) tell(k *keeper, from start, end position, s *step) {
	route := w.route(s)
	told := k.kept[together(end)] > 0
	if !from.wants(end, route) || told && w.helped(s) || !minimal(from.position, route) {
		return
	}
	if !w.inLine(s) && (told || !closable(route)) {
		return
	}
	if k.wants(end, route) {
		k.keep(end, route, w.found(from.position, end, route, s.cost))
	}
}

// closable reports whether a single change closes a route.
func closable(route []*edge) bool {
	return slices.ContainsFunc(route, func(e *edge) bool { return len(e.rests) > 0 })
}

// changeable lists the data that can be changed or erased by now.
func (w *walk) changeable() []string {
	var list []string
	for p := range w.best {
		if v := w.worth[p.id]; p.what == changes && v != nil {
			list = append(list, v.data...)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// begin says how a path begins, and what falls together with its end.
func (w *walk) begin(f *found, from start) {
	f.path.As = from.as
	if e := w.Elements[f.route[0].to.id]; from.what == internet && e != nil && w.exposure(e).Level == model.ExposureAuthenticated {
		f.path.As = "login"
	}
	if f.path.Gains == string(erases) {
		f.path.Data = w.changeable()
	}
	f.path.Begins = begins(f.path.As, from.id)
	f.path.Attackers = w.attackers(f.path.As, f.path.Data)
}

// inLine reports whether the identities that the last step needs lie on one
// chain. Where there is another way, that somebody who can take over two unrelated
// identities can make one help the other says nothing that this one does not say;
// where there is none, it is told if a change can close it.
func (w *walk) inLine(s *step) bool {
	for _, p := range s.also {
		if p.what != identity {
			continue
		}
		passes := func(q, from position) bool {
			return slices.ContainsFunc(w.route(w.best[q]), func(e *edge) bool { return e.from == from })
		}
		if !passes(p, s.from) && !passes(s.from, p) {
			return false
		}
	}
	return true
}

// ends lists what was reached, reading before changing.
func (w *walk) ends() []position {
	ends := make([]position, 0, len(w.arrived))
	for p := range w.arrived {
		ends = append(ends, p)
	}
	slices.SortFunc(ends, func(a, b position) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(b.what, a.what)) })
	return ends
}

func (g *graph) found(from, end position, route []*edge, cost int) *found {
	p := &model.Path{Start: from.name(), End: end.name(), Gains: string(end.what), Certain: true}
	for _, e := range route {
		p.Steps = append(p.Steps, e.step)
		p.Certain = p.Certain && e.certain
		for _, id := range append([]string{e.from.id, e.to.id}, e.over...) {
			p.Owners = append(p.Owners, g.owners(id)...)
		}
	}
	if end.what == admin {
		p.Data = g.valuable()
	}
	if end.what == identity {
		last := &p.Steps[len(p.Steps)-1]
		r := g.rules(end.id)
		last.Sentence += fmt.Sprintf(" With that it can %s.", r.says())
		last.Evidence = unique(append(slices.Clone(last.Evidence), r.evidence...))
	} else if v := g.worth[end.id]; v != nil {
		p.Data = slices.Clone(v.data)
		last := &p.Steps[len(p.Steps)-1]
		switch {
		case v.because != "":
			last.Sentence += " " + v.because
		case v.inferred:
			last.Sentence += " That this is serious is taken from its name and kind; nobody has said so."
		}
	}
	slices.Sort(p.Owners)
	p.Owners = slices.Compact(p.Owners)
	p.ID = pathID(p, route)
	return &found{path: p, route: route, cost: cost, gains: []position{end}}
}

// valuable lists the data that an administrator gets at: all that is rated.
func (g *graph) valuable() []string {
	var list []string
	for _, v := range g.worth {
		list = append(list, v.data...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (g *graph) owners(id string) []string {
	if e := g.Elements[id]; e != nil {
		return e.Owners
	}
	if i := g.Identities[id]; i != nil {
		return i.Owners
	}
	return nil
}

// pathID depends on what the path does and who does it, not on where it was
// found.
func pathID(p *model.Path, route []*edge) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n", p.Start, p.End)
	for i, s := range p.Steps {
		fmt.Fprintf(h, "%s\t%s\t%s\t%s\n", s.From, s.To, s.Technique, s.Weakness)
		if by := route[i].from.name(); by != s.From {
			fmt.Fprintf(h, "by %s\n", by)
		}
	}
	return fmt.Sprintf("P-%x", h.Sum(nil)[:4])
}
