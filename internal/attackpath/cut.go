package attackpath

import (
	"cmp"
	"maps"
	"slices"
)

// mostTried bounds the search for the smallest cut. What is left of a large
// system when it runs out is cut greedily, which takes at most a logarithm more
// changes than needed.
const mostTried = 20_000

// smallest returns the ids of a smallest set of changes that between them close
// every path; those that close most come first. Of sets that are as small it
// takes the one with the better changes.
func smallest(closes map[string][]*found) []string {
	c := newCutter(closes)
	var all []string
	for _, part := range c.parts() {
		all = append(all, c.cut(part)...)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(closes[b]), len(closes[a])), compareChanges(a, b))
	})
	return all
}

// cutter looks for a smallest set of changes that meets every path.
type cutter struct {
	closes map[string][]*found
	of     map[*found][]string // the changes that close a path
	tried  int
	best   []string
}

// newCutter leaves out each change that closes only what another closes too.
func newCutter(closes map[string][]*found) *cutter {
	c := &cutter{closes: map[string][]*found{}, of: map[*found][]string{}}
	ids := slices.SortedFunc(maps.Keys(closes), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(closes[b]), len(closes[a])), compareChanges(a, b))
	})
	for _, id := range ids {
		if c.dominated(closes[id]) {
			continue
		}
		c.closes[id] = closes[id]
		for _, f := range closes[id] {
			c.of[f] = append(c.of[f], id)
		}
	}
	return c
}

// dominated reports whether one change that is kept already closes all of some
// paths.
func (c *cutter) dominated(paths []*found) bool {
	for _, id := range c.of[paths[0]] {
		held := map[*found]bool{}
		for _, f := range c.closes[id] {
			held[f] = true
		}
		if !slices.ContainsFunc(paths, func(f *found) bool { return !held[f] }) {
			return true
		}
	}
	return false
}

// parts groups paths that no change has in common with those of another group,
// each in order.
func (c *cutter) parts() [][]*found {
	order := slices.SortedFunc(maps.Keys(c.of), compareFound)
	seen := map[*found]bool{}
	var parts [][]*found
	for _, first := range order {
		if seen[first] {
			continue
		}
		seen[first] = true
		part := []*found{first}
		for i := 0; i < len(part); i++ {
			for _, id := range c.of[part[i]] {
				for _, f := range c.closes[id] {
					if !seen[f] {
						seen[f] = true
						part = append(part, f)
					}
				}
			}
		}
		slices.SortFunc(part, compareFound)
		parts = append(parts, part)
	}
	return parts
}

// cut finds a smallest set for one part: the greedy one, or a smaller.
func (c *cutter) cut(part []*found) []string {
	c.tried, c.best = 0, c.greedy(part)
	c.try(part, nil)
	return c.best
}

func (c *cutter) greedy(open []*found) []string {
	var set []string
	for len(open) > 0 {
		best := ""
		most := 0
		count := map[string]int{}
		for _, f := range open {
			for _, id := range c.of[f] {
				count[id]++
			}
		}
		for id, n := range count {
			if n > most || n == most && compareChanges(id, best) < 0 {
				best, most = id, n
			}
		}
		set = append(set, best)
		open = c.without(open, best)
	}
	return set
}

// try closes the path that fewest changes close by each of these in turn.
func (c *cutter) try(open []*found, chosen []string) {
	if len(open) == 0 {
		if len(chosen) < len(c.best) {
			c.best = slices.Clone(chosen)
		}
		return
	}
	c.tried++
	if c.tried > mostTried || len(chosen)+c.atLeast(open) >= len(c.best) {
		return
	}
	hardest := slices.MinFunc(open, func(a, b *found) int { return cmp.Compare(len(c.of[a]), len(c.of[b])) })
	for _, id := range c.of[hardest] {
		c.try(c.without(open, id), append(chosen, id))
	}
}

// atLeast is how many changes paths take that have none in common.
func (c *cutter) atLeast(open []*found) int {
	used := map[string]bool{}
	n := 0
	for _, f := range open {
		if slices.ContainsFunc(c.of[f], func(id string) bool { return used[id] }) {
			continue
		}
		n++
		for _, id := range c.of[f] {
			used[id] = true
		}
	}
	return n
}

func (c *cutter) without(open []*found, id string) []*found {
	return slices.DeleteFunc(slices.Clone(open), func(f *found) bool { return slices.Contains(c.of[f], id) })
}
