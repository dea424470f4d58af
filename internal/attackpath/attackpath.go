package attackpath

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

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
}

// Search finds the ways from where attackers start to what matters, and fills
// sys.Paths. It reads the grants that internal/iam decided.
func Search(sys *model.System, o Options) {
	o.PerEnd, o.Most = cmp.Or(o.PerEnd, 3), cmp.Or(o.Most, 1000)
	techniques := o.Techniques
	if techniques == nil {
		techniques = Techniques()
	}
	g := newGraph(newWorld(sys), techniques)
	var found []*found
	for _, start := range g.starts() {
		found = append(found, g.paths(start, o.PerEnd)...)
	}
	found = withoutOpen(found)
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

// start is where an attacker starts, and whether it is the start's own rights
// that count as found: what a workload's role is there to do is no attack.
type start struct {
	position
	own bool
	// admin leaves out the ways to data that only go over roles: that is how a
	// workload may well be meant to work.
	admin bool
}

// wants reports whether a way is an attack, and not what the start is there to
// do.
func (s start) wants(end position, route []*edge) bool {
	if len(route) == 1 && route[0].plain && !s.own {
		return false
	}
	return !s.admin || end.what == admin || slices.ContainsFunc(route, func(e *edge) bool { return !e.plain && !e.assumes })
}

// starts lists where attackers start: the internet, another account, each user
// (whose key may leak), each role that somebody outside of the sources can take
// on, and each that a program runs as which may have a flaw.
func (g *graph) starts() []start {
	list := []start{{position: position{what: internet}, own: true}, {position: position{what: anyAccount}, own: true}}
	for _, u := range g.users {
		list = append(list, start{position: position{identity, u.ID}, own: true})
	}
	for _, r := range g.roles {
		external, federated := g.takenFromOutside(r)
		if external || len(r.UsedBy) > 0 {
			list = append(list, start{position: position{identity, r.ID}, own: federated, admin: !external})
		}
	}
	return list
}

// takenFromOutside reports whether a role trusts somebody who is not in the
// sources: a person, another account, or a pipeline that an identity provider
// vouches for.
func (g *graph) takenFromOutside(r *model.Identity) (external, federated bool) {
	for _, doc := range g.decider.Trust(r.ID) {
		for _, name := range doc.Trusted("AWS") {
			if id, known := g.decider.Named(name); name != "*" && (!known || g.Identities[id] == nil) {
				external = true
			}
		}
		for _, name := range doc.Trusted("Federated") {
			if strings.Contains(name, "oidc-provider/") || strings.Contains(name, "saml-provider/") {
				external, federated = true, true
			}
		}
	}
	return external, federated
}

// paths lists the ways from a start, at most most for each end. Administrator
// rights that different identities hold are different ends: closing the way to
// one of them leaves the others.
func (g *graph) paths(from start, most int) []*found {
	w := g.walk(from.position)
	k := keeper{most: most, count: map[position]int{}, ids: map[string]bool{}, last: map[[2]position]bool{}}
	for _, end := range w.ends() {
		for _, s := range w.arrived[end] {
			route := w.route(s)
			if !from.wants(end, route) || !k.wants(end, route) || k.count[end] > 0 && w.helped(s) || !w.inLine(s) || !minimal(from.position, route) {
				continue
			}
			k.keep(end, route, g.found(from.position, end, route, s.cost))
		}
	}
	w.detour(&k)
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

// inLine reports whether the identities that the last step needs lie on one
// chain. That somebody who can take over two unrelated identities can make one
// help the other says nothing that the ways to each do not say.
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

// mostAdmin is how many ways from one start to administrator rights are kept.
const mostAdmin = 10

// keeper keeps the first few ways to each end.
type keeper struct {
	most  int
	count map[position]int
	ids   map[string]bool
	last  map[[2]position]bool // last steps that a kept path has
	list  []*found
}

// wants reports whether one more way to an end is of use: not where the last
// step only repeats another path's by another technique.
func (k *keeper) wants(end position, route []*edge) bool {
	last := route[len(route)-1]
	if end.what == admin && k.count[end] >= mostAdmin {
		return false
	}
	return k.count[k.bucket(end, last)] < k.most && !k.last[[2]position{last.from, end}]
}

func (k *keeper) bucket(end position, last *edge) position {
	if end.what == admin {
		return position{admin, last.from.id}
	}
	return end
}

func (k *keeper) keep(end position, route []*edge, f *found) {
	last := route[len(route)-1]
	k.last[[2]position{last.from, end}] = true
	if end.what == changes && k.joined(route) {
		return
	}
	if !k.ids[f.path.ID] {
		k.ids[f.path.ID] = true
		k.count[k.bucket(end, last)]++
		if end.what == admin {
			k.count[end]++
		}
		k.list = append(k.list, f)
	}
}

// joined adds the right to change something to a path that reads it over the
// same steps, so that there is one path and not two.
func (k *keeper) joined(route []*edge) bool {
	last := route[len(route)-1]
	for _, f := range k.list {
		n := len(f.route)
		if n != len(route) || !slices.Equal(f.route[:n-1], route[:n-1]) || f.route[n-1].to != (position{reads, last.to.id}) {
			continue
		}
		s := &f.path.Steps[n-1]
		s.Actions = unique(append(slices.Clone(s.Actions), last.step.Actions...))
		s.Sentence += " It can be changed and erased the same way."
		f.route = append(slices.Clone(f.route[:n-1]), both(f.route[n-1], last))
		f.gains = append(f.gains, last.to)
		return true
	}
	return false
}

// both is an edge that rests only on what two edges both rest on.
func both(a, b *edge) *edge {
	e := *a
	e.rests = slices.DeleteFunc(slices.Clone(a.rests), func(g ground) bool {
		return !slices.ContainsFunc(b.rests, func(o ground) bool { return o.id == g.id })
	})
	return &e
}

func (g *graph) found(from, end position, route []*edge, cost int) *found {
	p := &model.Path{Start: from.name(), End: end.name(), Certain: true}
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
	if v := g.worth[end.id]; v != nil {
		p.Data = slices.Clone(v.data)
		if v.inferred {
			last := &p.Steps[len(p.Steps)-1]
			last.Sentence += " That this is serious is taken from its name and kind; nobody has said so."
		}
	}
	slices.Sort(p.Owners)
	p.Owners = slices.Compact(p.Owners)
	p.ID = pathID(p)
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

// pathID depends on what the path does, not on where it was found.
func pathID(p *model.Path) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n", p.Start, p.End)
	for _, s := range p.Steps {
		fmt.Fprintf(h, "%s\t%s\t%s\t%s\n", s.From, s.To, s.Technique, s.Weakness)
	}
	return fmt.Sprintf("P-%x", h.Sum(nil)[:4])
}
