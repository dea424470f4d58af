package attackpath

import "slices"

const (
	// mostAdmin is how many ways from one start to administrator rights are kept.
	mostAdmin = 10
	// mostErased is how many of the logs and backups that one start can destroy
	// are told.
	mostErased = 3
)

// keeper keeps the first few ways to each end, and counts the others.
type keeper struct {
	most int
	// kept counts the ways that are kept, further those that are not.
	kept, further map[position]int
	ids           map[string]bool
	last          map[[2]position]bool // last steps that a kept path has
	list          []*found
}

func newKeeper(most int) keeper {
	return keeper{most: most, kept: map[position]int{}, further: map[position]int{}, ids: map[string]bool{}, last: map[[2]position]bool{}}
}

// wants reports whether one more way to an end is of use: not where the last
// step only repeats another path's by another technique.
func (k *keeper) wants(end position, route []*edge) bool {
	last := route[len(route)-1]
	if k.last[[2]position{last.from, end}] {
		return false
	}
	if k.full(end, last) {
		k.last[[2]position{last.from, end}] = true
		k.further[together(end)]++
		return false
	}
	return true
}

func (k *keeper) full(end position, last *edge) bool {
	return end.what == admin && k.kept[end] >= mostAdmin || end.what == erases && k.kept[together(end)] >= mostErased ||
		k.kept[bucket(end, last)] >= k.most
}

// together is what the ways to an end are counted under: the logs and backups
// that can be destroyed are one.
func together(end position) position {
	if end.what == erases {
		return position{what: erases}
	}
	return end
}

func bucket(end position, last *edge) position {
	if end.what == admin {
		return position{admin, last.from.id}
	}
	return end
}

func (k *keeper) keep(end position, route []*edge, f *found) {
	last := route[len(route)-1]
	k.last[[2]position{last.from, end}] = true
	if end.what == changes && k.joined(route) || k.ids[f.path.ID] {
		return
	}
	k.ids[f.path.ID] = true
	k.kept[bucket(end, last)]++
	if end.what == admin || end.what == erases {
		k.kept[together(end)]++
	}
	k.list = append(k.list, f)
}

// count says on the first path to each end how many more there are.
func (k *keeper) count() {
	said := map[position]bool{}
	for _, f := range k.list {
		end := together(f.gains[0])
		if !said[end] {
			said[end] = true
			f.path.Further = k.further[end]
		}
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
