package dataflow

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/report/plain"
)

type point struct{ x, y int }

// end is where an arrow leaves or meets what is drawn for a box: the box, or the
// head of the outermost folded boundary around it.
type end struct {
	key  string
	port point
	top  int  // above it, arrows can run
	more bool // it is what is folded away for want of room
}

func (p *Picture) end(n *Node, right, attack bool) end {
	g, y := p.drawn(n)
	x := n.x
	if right {
		x += boxWidth
	}
	if g != nil {
		return end{g.Key, point{x, y + headHeight/2}, y, g.More}
	}
	lift := -8
	if attack {
		lift = 8
	}
	return end{n.Key, point{x, y + boxHeight/2 + lift}, y, false}
}

// drawn returns the folded boundary that stands for a box, or nil, and the place
// of what is drawn.
func (p *Picture) drawn(n *Node) (*Group, int) {
	var way []*Group
	for _, g := range p.Groups {
		if way = g.wayTo(n.group); way != nil {
			break
		}
	}
	y := 0
	for _, g := range way {
		y += g.y
		if g.Folded {
			return g, y
		}
	}
	return nil, y + n.y
}

// wayTo lists the boundaries from g to an inner one.
func (g *Group) wayTo(inner *Group) []*Group {
	if g == inner {
		return []*Group{g}
	}
	for _, next := range g.Groups {
		if way := next.wayTo(inner); way != nil {
			return append([]*Group{g}, way...)
		}
	}
	return nil
}

// route is the way of an arrow, corner by corner.
func (p *Picture) route(e *Edge) (from, to end, corners []point) {
	from, to = p.end(e.From, true, e.Attack), p.end(e.To, false, e.Attack)
	corners = []point{from.port, {e.outX, from.port.y}}
	if e.next() {
		corners = append(corners, point{e.outX, to.port.y})
	} else {
		over := to.top - e.above
		corners = append(corners, point{e.outX, over}, point{e.inX, over}, point{e.inX, to.port.y})
	}
	return from, to, append(corners, to.port)
}

// edge draws an arrow. Of those that run between the same folded boundaries only
// the first is seen, and none that leads to what is folded for want of room.
func (d *drawing) edge(e *Edge, seen map[string]bool) {
	from, to, corners := d.p.route(e)
	class, tip := "flow", "tip"
	if e.Attack {
		class, tip = "attack", "hit"
	}
	if e.Clear {
		class += " clear"
	}
	if e.Reach {
		class += " reach"
	}
	hidden := ""
	folded := from.key != e.From.Key || to.key != e.To.Key
	key := fmt.Sprint(from.key, " ", to.key, " ", e.Attack)
	if folded && (seen[key] || from.key == to.key || e.Reach || from.more || to.more) {
		hidden = " hidden"
	}
	seen[key] = seen[key] || folded
	fmt.Fprintf(d, `<g class="arrow %s%s" data-from="%s" data-to="%s" data-out="%d" data-in="%d" data-above="%d" data-paths="%s" data-steps="%s"><path marker-end="url(#%s)" d="%s"/>`,
		class, hidden, e.From.Key, e.To.Key, e.outX, e.inX, e.above, numbers(e.Paths), strings.Join(e.Steps, " "), tip, rounded(corners))
	d.edgeLabel(e, to.port)
	d.WriteString(`</g>`)
}

func (d *drawing) edgeLabel(e *Edge, port point) {
	if e.Attack {
		text := stepsText(e.Steps)
		width := 8 + 6*len([]rune(text))
		fmt.Fprintf(d, `<g class="step" transform="translate(%d %d)"><rect x="%d" y="-8" width="%d" height="16" rx="8"/><text y="4" x="%d" text-anchor="middle">%s</text></g>`,
			port.x, port.y, -10-width, width, -10-width/2, text)
		return
	}
	if text := e.Words(); text != "" {
		fmt.Fprintf(d, `<text class="label" x="%d" y="%d" text-anchor="end"><title>%s</title>%s</text>`, port.x-10, port.y-4, html.EscapeString(text), html.EscapeString(plain.Cut(e.Label, flowText)))
	}
}

// mostSteps is how many numbers fit beside an arrow.
const mostSteps = 2

func stepsText(steps []string) string {
	if len(steps) > mostSteps {
		return strings.Join(steps[:mostSteps], " ") + " …"
	}
	return strings.Join(steps, " ")
}

// Words say what flows, and whether others could read it.
func (e *Edge) Words() string {
	if e.Clear && !e.Attack {
		return strings.TrimPrefix(e.Label+", not encrypted", ", ")
	}
	return e.Label
}

// bend is how far from a corner an arrow begins to turn.
const bend = 6

// rounded draws straight lines with rounded corners. The page's script does the
// same.
func rounded(corners []point) string {
	corners = slices.Compact(slices.Clone(corners))
	var b strings.Builder
	fmt.Fprintf(&b, "M%d %d", corners[0].x, corners[0].y)
	for i := 1; i < len(corners)-1; i++ {
		before, at, after := corners[i-1], corners[i], corners[i+1]
		in, out := toward(at, before), toward(at, after)
		fmt.Fprintf(&b, "L%d %dQ%d %d %d %d", in.x, in.y, at.x, at.y, out.x, out.y)
	}
	last := corners[len(corners)-1]
	fmt.Fprintf(&b, "L%d %d", last.x, last.y)
	return b.String()
}

// toward is the point on the way from one corner to another, at most a bend and
// at most half the way off. One of the two distances is zero.
func toward(at, to point) point {
	step := func(from, to int) int { return from + max(-bend, min(bend, (to-from)/2)) }
	return point{step(at.x, to.x), step(at.y, to.y)}
}
