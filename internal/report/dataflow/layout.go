package dataflow

import (
	"cmp"
	"slices"
)

// Sizes of the drawing, in pixels. The page's script moves boxes by the same
// numbers, which the drawing hands to it.
const (
	boxWidth, boxHeight = 184, 50
	headHeight          = 30 // of a boundary, with its name
	inset               = 12 // of a boundary in the one around it
	between             = 12 // boundaries
	rowGap              = 16 // without arrows
	track               = 5  // from one arrow to the next
	columnGap           = 60 // without arrows
	widestGap           = 140
)

// place gives everything its place: columns from left to right by what leads
// where, boundaries from top to bottom, rows inside of them.
func (p *Picture) place() {
	var shown []*Node
	folded := map[*Node]bool{}
	for _, g := range p.Groups {
		g.all(func(g *Group) bool {
			for _, n := range g.Nodes {
				folded[n] = g.More
			}
			if !g.More {
				shown = append(shown, g.Nodes...)
			}
			p.Nodes = append(p.Nodes, g.Nodes...)
			return true
		})
	}
	p.keepDrawn()
	edges := slices.DeleteFunc(slices.Clone(p.Edges), func(e *Edge) bool { return folded[e.From] || folded[e.To] })
	slices.SortFunc(shown, func(a, b *Node) int { return cmp.Compare(a.ID, b.ID) })
	p.setColumns(shown, edges)
	columns := 1
	for _, n := range shown {
		columns = max(columns, n.column+1)
	}
	p.setRows(columns, edges)
	p.setTracks(columns)
	p.setHeights()
	for i, n := range p.Nodes {
		n.Key = "n" + itoa(i+1)
		n.x = p.columns[n.column]
	}
}

// keepDrawn drops arrows whose ends are past what a fold shows.
func (p *Picture) keepDrawn() {
	p.Edges = slices.DeleteFunc(p.Edges, func(e *Edge) bool {
		gone := e.From.group == nil || e.To.group == nil
		if gone {
			p.Left++
		}
		return gone
	})
}

// setRows stands boxes of a boundary below each other in their columns, near
// the boxes that lead to them.
func (p *Picture) setRows(columns int, edges []*Edge) {
	order := map[*Node]int{}
	for _, g := range p.Groups {
		g.all(func(g *Group) bool {
			g.spread(columns, edges)
			return true
		})
	}
	for range 3 {
		n := 0
		for _, g := range p.Groups {
			g.all(func(g *Group) bool {
				for _, box := range g.Nodes {
					order[box] = n + box.row
				}
				n += g.rows()
				return true
			})
		}
		for _, g := range p.Groups {
			g.all(func(g *Group) bool {
				if !g.More {
					g.settle(columns, edges, order)
				}
				return true
			})
		}
	}
}

// spread gives the boxes that no arrow reaches a column: the emptiest one. What
// is folded away stands in rows.
func (g *Group) spread(columns int, edges []*Edge) {
	if g.More {
		for i, n := range g.Nodes {
			n.column, n.row = i%columns, i/columns
		}
		return
	}
	joined := map[*Node]bool{}
	for _, e := range edges {
		joined[e.From], joined[e.To] = true, true
	}
	filled := make([]int, columns)
	for _, n := range g.Nodes {
		if joined[n] {
			n.row = filled[n.column]
			filled[n.column]++
		}
	}
	for _, n := range g.Nodes {
		if !joined[n] {
			n.column = slices.Index(filled, slices.Min(filled))
			n.row = filled[n.column]
			filled[n.column]++
		}
	}
}

func (g *Group) rows() int {
	most := 0
	for _, n := range g.Nodes {
		most = max(most, n.row+1)
	}
	return most
}

// settle orders each column of a boundary by where its boxes' neighbours stand.
func (g *Group) settle(columns int, edges []*Edge, order map[*Node]int) {
	pull := map[*Node]float64{}
	for _, n := range g.Nodes {
		sum, count := 0, 0
		for _, e := range edges {
			switch n {
			case e.To:
				sum, count = sum+order[e.From], count+1
			case e.From:
				sum, count = sum+order[e.To], count+1
			}
		}
		pull[n] = 1e9 // without arrows: below the others
		if count > 0 {
			pull[n] = float64(sum) / float64(count)
		}
	}
	for c := range columns {
		var column []*Node
		for _, n := range g.Nodes {
			if n.column == c {
				column = append(column, n)
			}
		}
		slices.SortStableFunc(column, func(a, b *Node) int {
			return cmp.Or(cmp.Compare(pull[a], pull[b]), cmp.Compare(a.ID, b.ID))
		})
		for r, n := range column {
			n.row = r
		}
	}
}

// setHeights stacks the boundaries.
func (p *Picture) setHeights() {
	deepest := 0
	for _, g := range p.Groups {
		g.all(func(g *Group) bool {
			deepest = max(deepest, g.depth)
			return true
		})
	}
	y := 1
	for _, g := range p.Groups {
		g.stack(p.width)
		g.y = y
		y += g.drawnHeight() + between
	}
	p.height = y
}

// stack gives a boundary's boxes and inner boundaries their places below its
// head.
func (g *Group) stack(width int) {
	g.x, g.widthOfBox = g.depth*inset+1, width-2*(g.depth*inset+1)
	y := headHeight
	for row, gap := range g.gaps {
		y += gap
		for _, n := range g.Nodes {
			if n.row == row {
				n.y = y
			}
		}
		y += boxHeight
	}
	y += between
	for _, inner := range g.Groups {
		inner.stack(width)
		inner.y = y
		y += inner.drawnHeight() + between
	}
	g.height = y
}

func (g *Group) drawnHeight() int {
	if g.Folded {
		return headHeight
	}
	return g.height
}
