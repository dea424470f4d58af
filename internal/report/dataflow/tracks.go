package dataflow

import (
	"cmp"
	"slices"
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

// bus is what arrows share a track by: the arrows out of a box run together
// until they part, those into a box from where they meet.
type bus struct {
	node   *Node
	attack bool
}

// channel is the room left of a column. Arrows come out of the boxes on its left
// and turn on its left tracks; they turn into the boxes on its right on the
// right tracks.
type channel struct {
	out, in []bus
}

func (c *channel) width(leftmost bool) int {
	if leftmost && len(c.in) == 0 {
		return 0
	}
	return min(columnGap+track*(len(c.out)+len(c.in)), widestGap)
}

func at(list *[]bus, b bus) int {
	i := slices.Index(*list, b)
	if i < 0 {
		i = len(*list)
		*list = append(*list, b)
	}
	return i
}

// next reports whether an arrow needs no way round other boxes.
func (e *Edge) next() bool { return e.To.column == e.From.column+1 }

// setTracks lays the arrows: out of the right side of a box, down or up between
// two columns, along above the target's row, and into its left side.
func (p *Picture) setTracks(columns int) {
	channels := make([]channel, columns+1)
	edges := slices.Clone(p.Edges)
	slices.SortStableFunc(edges, func(a, b *Edge) int {
		return cmp.Or(cmp.Compare(a.From.row, b.From.row), compareBool(b.Attack, a.Attack))
	})
	for _, e := range edges {
		at(&channels[e.From.column+1].out, bus{e.From, e.Attack})
		if !e.next() {
			at(&channels[e.To.column].in, bus{e.To, e.Attack})
		}
	}
	p.setGaps(edges)
	p.setColumnPlaces(channels)
	for _, e := range p.Edges {
		out, in := channels[e.From.column+1], channels[e.To.column]
		e.outX = p.columns[e.From.column] + boxWidth + 10 + track*at(&out.out, bus{e.From, e.Attack})
		if !e.next() {
			e.inX = p.columns[e.To.column] - 26 - track*at(&in.in, bus{e.To, e.Attack})
		}
	}
}

// setGaps makes room above each row for the arrows that run there.
func (p *Picture) setGaps(edges []*Edge) {
	type row struct {
		group *Group
		row   int
	}
	runs := map[row][]bus{}
	for _, e := range edges {
		if e.next() {
			continue
		}
		at := row{e.To.group, e.To.row}
		b := bus{e.To, e.Attack}
		i := slices.Index(runs[at], b)
		if i < 0 {
			i = len(runs[at])
			runs[at] = append(runs[at], b)
		}
		e.above = 8 + track*i
	}
	for _, g := range p.Groups {
		g.all(func(g *Group) bool {
			g.gaps = make([]int, g.rows())
			for r := range g.gaps {
				g.gaps[r] = rowGap + track*len(runs[row{g, r}])
			}
			if len(g.gaps) > 0 {
				g.gaps[0] -= rowGap - 4 // the head is room enough
			}
			return true
		})
	}
}

func (p *Picture) setColumnPlaces(channels []channel) {
	deepest := 0
	for _, g := range p.Groups {
		g.all(func(g *Group) bool {
			deepest = max(deepest, g.depth)
			return true
		})
	}
	x := (deepest+1)*inset + 4
	for c := range len(channels) - 1 {
		x += channels[c].width(c == 0)
		p.columns = append(p.columns, x)
		x += boxWidth
	}
	last := channels[len(channels)-1]
	if len(last.out) > 0 {
		x += 16 + track*len(last.out)
	}
	p.width = x + (deepest+1)*inset + 4
}
