package dataflow

import (
	"slices"
)

// mostColumns is how wide a picture gets; longer ways turn round at its edge.
const mostColumns = 6

// setColumns puts each box right of everything that leads to it, circles aside.
// Boxes without arrows fill the columns evenly.
func (p *Picture) setColumns(shown []*Node, edges []*Edge) {
	forward, order := withoutCircles(shown, edges)
	for _, n := range order {
		for _, to := range forward[n] {
			to.column = max(to.column, min(n.column+1, mostColumns-1))
		}
	}
	p.pullRight(shown, edges)
}

// pullRight moves what only leads on next to where it leads, so that arrows are
// short. Where attackers start stays on the left.
func (p *Picture) pullRight(shown []*Node, edges []*Edge) {
	entered := map[*Node]bool{}
	nearest := map[*Node]int{}
	for _, e := range edges {
		entered[e.To] = true
		if at, known := nearest[e.From]; !known || e.To.column < at {
			nearest[e.From] = e.To.column
		}
	}
	for _, n := range shown {
		if at, leads := nearest[n]; leads && !entered[n] && n.zone != outside {
			n.column = max(n.column, at-1)
		}
	}
}

// withoutCircles returns the arrows except those that close a circle, and the
// nodes in an order in which every arrow left goes forward. It starts where
// nothing leads to.
func withoutCircles(nodes []*Node, edges []*Edge) (map[*Node][]*Node, []*Node) {
	next := map[*Node][]*Node{}
	entered := map[*Node]bool{}
	for _, e := range edges {
		next[e.From] = append(next[e.From], e.To)
		entered[e.To] = true
	}
	starts := slices.Clone(nodes)
	slices.SortStableFunc(starts, func(a, b *Node) int { return compareBool(entered[a], entered[b]) })

	w := walk{next: next, forward: map[*Node][]*Node{}, state: map[*Node]int{}}
	for _, n := range starts {
		w.visit(n)
	}
	slices.Reverse(w.order)
	return w.forward, w.order
}

type walk struct {
	next, forward map[*Node][]*Node
	state         map[*Node]int
	order         []*Node
}

const open, done = 1, 2

// visit goes as deep as the longest way, which maxEdges bounds.
func (w *walk) visit(n *Node) {
	if w.state[n] != 0 {
		return
	}
	w.state[n] = open
	for _, to := range w.next[n] {
		if w.state[to] == open {
			continue
		}
		w.forward[n] = append(w.forward[n], to)
		w.visit(to)
	}
	w.state[n] = done
	w.order = append(w.order, n)
}
