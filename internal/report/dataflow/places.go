package dataflow

import "github.com/threatvet/threatvet/internal/finding"

// Frame is where a trust boundary is drawn, Box where a node is, both from the
// picture's upper left corner.
type (
	Frame struct {
		ID, Title                  string
		Depth, X, Y, Width, Height int
	}
	Box struct {
		Node                *Node
		X, Y, Width, Height int
	}
)

// NewWhole draws everything, and folds nothing: for programs that have a canvas
// of their own.
func NewWhole(r *finding.Report) *Picture {
	b := newBuilder(r)
	b.whole = true
	b.addFlows()
	b.addReach()
	b.addThreats()
	b.addRest()
	return b.picture()
}

// Frames lists the boundaries, outer ones first.
func (p *Picture) Frames() []Frame {
	var all []Frame
	p.walk(func(g *Group, y int) {
		all = append(all, Frame{g.id, g.Title(), g.depth, g.x, y, g.widthOfBox, g.drawnHeight()})
	})
	return all
}

// Boxes lists the nodes in the order of Nodes.
func (p *Picture) Boxes() []Box {
	var all []Box
	p.walk(func(g *Group, y int) {
		for _, n := range g.Nodes {
			all = append(all, Box{n, n.x, y + n.y, boxWidth, boxHeight})
		}
	})
	return all
}

// walk visits the groups with their distance from the top.
func (p *Picture) walk(visit func(*Group, int)) {
	var down func(*Group, int)
	down = func(g *Group, above int) {
		visit(g, above+g.y)
		for _, inner := range g.Groups {
			down(inner, above+g.y)
		}
	}
	for _, g := range p.Groups {
		down(g, 0)
	}
}
