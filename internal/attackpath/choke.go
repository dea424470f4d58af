package attackpath

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/threatvet/threatvet/internal/model"
)

// choke finds the smallest set of changes that closes every path that a change
// can close, and notes them on the paths.
func choke(paths []*found) {
	closes, grounds := closing(paths)
	points := map[*found][]model.ChokePoint{}
	for _, id := range smallest(closes) {
		point := chokePoint(grounds[id], closes[id])
		for _, f := range closes[id] {
			points[f] = append(points[f], point)
		}
	}
	for f, list := range points {
		f.path.ChokePoints = list
	}
}

// closing says which paths each change closes. A path is closed by what any one
// of its steps rests on.
func closing(paths []*found) (map[string][]*found, map[string]ground) {
	closes, grounds := map[string][]*found{}, map[string]ground{}
	for _, f := range paths {
		seen := map[string]bool{}
		for _, e := range f.route {
			for _, r := range e.rests {
				if seen[r.id] {
					continue
				}
				seen[r.id] = true
				if _, known := grounds[r.id]; !known {
					grounds[r.id] = r
				}
				closes[r.id] = append(closes[r.id], f)
			}
		}
	}
	return closes, grounds
}

// compareChanges prefers what nobody needs (a weakness, a setting) over a right
// that somebody may need, and then the order of ids.
func compareChanges(a, b string) int {
	return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a, b))
}

func rank(id string) int {
	if kind, _, _ := strings.Cut(id, " "); slices.Contains(weaknessKinds(), kind) {
		return 0
	}
	if _, fact, found := strings.Cut(id, "#"); found {
		if _, ok := model.Words().Fact(fact); ok {
			return 0
		}
	}
	return 1
}

// weaknessKinds are those that a technique makes use of; the id of a weakness
// begins with its kind.
var weaknessKinds = sync.OnceValue(func() []string {
	var kinds []string
	for _, t := range Techniques() {
		kinds = append(kinds, t.Weakness...)
	}
	return kinds
})

func chokePoint(g ground, paths []*found) model.ChokePoint {
	p := model.ChokePoint{Fact: g.id, Change: g.change, Location: g.location}
	for _, f := range paths {
		p.Closes = append(p.Closes, f.path.ID)
	}
	slices.Sort(p.Closes)
	p.Closes = slices.Compact(p.Closes)
	return p
}
