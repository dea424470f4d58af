package attackpath

import "slices"

// maxLate is how many further ways into a position are remembered.
const maxLate = 4

// detour adds, for each way that was kept, those that begin differently: the
// search settles each position by its cheapest way in, but another weakness
// that leads to the same role is another thing to mend.
func (w *walk) detour(k *keeper) {
	begun := map[[2]position][]*edge{} // by end and what is held there, the first edges that are told
	for _, f := range k.list {
		key := endOf(f.route)
		begun[key] = append(begun[key], f.route[0])
	}
	for _, f := range slices.Clone(k.list) {
		for i, e := range f.route[:len(f.route)-1] {
			for _, other := range w.late[e.to] {
				route := append(w.route(other), f.route[i+1:]...)
				key := endOf(f.route)
				if len(begun[key]) >= k.most || slices.Contains(begun[key], route[0]) || !w.sound(route) {
					continue
				}
				begun[key] = append(begun[key], route[0])
				last := f.route[len(f.route)-1]
				d := w.found(w.start, last.to, route, f.cost-w.best[e.to].cost+other.cost)
				d.path.Steps[len(route)-1] = f.path.Steps[len(f.route)-1]
				k.list = append(k.list, d)
			}
		}
	}
}

// endOf names the end of a route and from where it is reached.
func endOf(route []*edge) [2]position {
	last := route[len(route)-1]
	return [2]position{last.from, last.to}
}

// sound reports whether a route can be gone and every step of it is needed.
func (w *walk) sound(route []*edge) bool {
	if hasTwice(route) || len(route) > 1 && !reaches(w.start, route[len(route)-1].to, route, -1) {
		return false
	}
	return minimal(w.start, route)
}

func hasTwice(route []*edge) bool {
	seen := map[*edge]bool{}
	for _, e := range route {
		if seen[e] {
			return true
		}
		seen[e] = true
	}
	return false
}
