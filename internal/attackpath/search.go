package attackpath

import (
	"cmp"
	"container/heap"
	"slices"
)

// walk is the search from one start: a fixpoint over what the attacker comes to
// hold, cheapest first.
type walk struct {
	*graph
	start   position
	best    map[position]*step // settled positions
	waiting map[position][]*edge
	queue   stepQueue
	arrived map[position][]*step // every way into an end
	late    map[position][]*step // further ways into what was held already
	actors  []position           // identities that are held
	begun   []position           // techniques that lack a call
	order   int
}

// step is an edge with the cost of all that it takes to go over it.
type step struct {
	*edge
	to    position
	cost  int
	order int
}

func (g *graph) walk(start position) *walk {
	w := &walk{graph: g, start: start, best: map[position]*step{}, waiting: map[position][]*edge{}, arrived: map[position][]*step{}, late: map[position][]*step{}}
	heap.Push(&w.queue, &step{to: start})
	for w.queue.Len() > 0 {
		s := heap.Pop(&w.queue).(*step)
		if w.isEnd(s.to) && s.edge != nil {
			w.arrived[s.to] = append(w.arrived[s.to], s)
		}
		if w.best[s.to] != nil {
			if len(w.late[s.to]) < maxLate {
				w.late[s.to] = append(w.late[s.to], s)
			}
			continue
		}
		w.best[s.to] = s
		for _, e := range w.from(s.to) {
			w.take(e)
		}
		w.joinHands(s.to)
		held := w.waiting[s.to]
		delete(w.waiting, s.to)
		for _, e := range held {
			w.take(e)
		}
	}
	return w
}

// take puts an edge into the queue if all that it needs is held, and else lets
// it wait for the first thing that is not.
func (w *walk) take(e *edge) {
	if e == nil || e.to == w.start {
		return
	}
	cost := e.cost()
	for _, p := range append([]position{e.from}, e.also...) {
		have := w.best[p]
		if have == nil {
			w.waiting[p] = append(w.waiting[p], e)
			return
		}
		cost += have.cost
	}
	w.order++
	heap.Push(&w.queue, &step{edge: e, to: e.to, cost: cost, order: w.order})
}

// isEnd reports whether a position is what attackers are after.
func (g *graph) isEnd(p position) bool {
	if p.what == admin || p.what == erases || p.what == otherAccount {
		return true
	}
	if p.what == identity {
		return g.isRuler(p)
	}
	v := g.worth[p.id]
	return v != nil && (p.what == reads && v.read || p.what == changes && v.write)
}

// route lists the edges that lead over s, in order, each once.
func (w *walk) route(s *step) []*edge {
	var list []*edge
	seen := map[*edge]bool{}
	var visit func(*step)
	visit = func(s *step) {
		if s == nil || s.edge == nil || seen[s.edge] {
			return
		}
		seen[s.edge] = true
		visit(w.best[s.from])
		for _, p := range s.also {
			visit(w.best[p])
		}
		list = append(list, s.edge)
	}
	visit(s)
	return list
}

// minimal reports whether every step of a route is needed.
func minimal(start position, route []*edge) bool {
	end := route[len(route)-1].to
	for skip := range route {
		if reaches(start, end, route, skip) {
			return false
		}
	}
	return true
}

func reaches(start, end position, route []*edge, skip int) bool {
	held := map[position]bool{start: true}
	for grown := true; grown; {
		grown = false
		for i, e := range route {
			if i == skip || held[e.to] || !held[e.from] || slices.ContainsFunc(e.also, func(p position) bool { return !held[p] }) {
				continue
			}
			held[e.to], grown = true, true
		}
	}
	return held[end]
}

// stepQueue is a heap of steps, the cheapest first and equals in the order in
// which they were found.
type stepQueue []*step

func (q stepQueue) Len() int      { return len(q) }
func (q stepQueue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q stepQueue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[i].cost, q[j].cost), cmp.Compare(q[i].order, q[j].order)) < 0
}
func (q *stepQueue) Push(x any) { *q = append(*q, x.(*step)) }
func (q *stepQueue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}
