package report

import (
	"cmp"
	"fmt"
	"html"
	"html/template"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/report/plain"
)

// Sizes of the drawing, in pixels.
const (
	boxWidth, boxHeight = 210, 46
	columnGap, rowGap   = 180, 34
	margin              = 40
	boxText             = 30 // characters that fit in a box
	labelText           = 26 // and beside an arrow
)

// spot is where a node is drawn: its column, its row, and its upper left corner.
type spot struct {
	column, row int
	x, y        int
}

// svg draws the diagram in columns from left to right, the way that data and
// attackers go. It is empty where there is nothing to draw. Every text in it is
// escaped here.
func svg(d *diagram) template.HTML {
	if len(d.edges) == 0 {
		return ""
	}
	spots := layout(d)
	width, height := 0, 0
	for _, s := range spots {
		width = max(width, s.x+boxWidth+columnGap/2)
		height = max(height, s.y+boxHeight+margin)
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-label="Data flows and attack steps between the parts of the system">`, width, height, width, height)
	b.WriteString(`<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker>` +
		`<marker id="hit" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip hit" d="M0 0L8 4L0 8z"/></marker></defs>`)
	var curves []curve
	for _, e := range d.edges {
		c := newCurve(e, spots[e.from], spots[e.to])
		c.draw(&b)
		curves = append(curves, c)
	}
	for _, n := range d.nodes {
		drawNode(&b, n, spots[n])
	}
	for _, c := range curves {
		c.label(&b)
	}
	b.WriteString("</svg>")
	return template.HTML(b.String())
}

func drawNode(b *strings.Builder, n *node, s *spot) {
	class := "box"
	if n.target {
		class += " target"
	}
	radius := map[shape]int{box: 4, store: 12, gateway: 0, person: boxHeight / 2, identity: boxHeight / 2}[n.shape]
	fmt.Fprintf(b, `<g><title>%s</title><rect class="%s" x="%d" y="%d" width="%d" height="%d" rx="%d"/>`, html.EscapeString(n.label), class, s.x, s.y, boxWidth, boxHeight, radius)
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`, s.x+boxWidth/2, s.y+20, html.EscapeString(shortLabel(n.label)))
	fmt.Fprintf(b, `<text class="kind" x="%d" y="%d" text-anchor="middle">%s</text></g>`, s.x+boxWidth/2, s.y+36, html.EscapeString(plain.Cut(n.detail, boxText)))
}

// shortLabel keeps a label's end, which tells names of one kind apart.
func shortLabel(s string) string {
	runes := []rune(s)
	if len(runes) <= boxText {
		return s
	}
	return "…" + string(runes[len(runes)-boxText+1:])
}

// curve is where an arrow runs, and where its label stands.
type curve struct {
	edge           edge
	x1, y1, x2, y2 int
	c1, c2, bow    int // the handles' columns, and how far they hang
}

// newCurve bends the arrow between the sides that face each other, round the
// right side where it goes back or down, and between the rows where it passes
// other boxes. Flows run above, attacks below, so that both can be read between
// the same boxes.
func newCurve(e edge, from, to *spot) curve {
	side := -1
	if e.attack {
		side = 1
	}
	c := curve{
		edge: e,
		x1:   from.x + boxWidth, y1: from.y + boxHeight/2 + side*6,
		x2: to.x, y2: to.y + boxHeight/2 + side*6,
	}
	c.c1, c.c2 = c.x1+columnGap/2, c.x2-columnGap/2
	if to.column <= from.column {
		c.x2 = to.x + boxWidth
		c.c2 = c.x2 + columnGap/2
	}
	if to.column > from.column+1 {
		// A cubic curve goes three quarters of the way to its handles.
		c.bow = side * (boxHeight + rowGap) / 2 * 4 / 3
	}
	return c
}

func (c curve) draw(b *strings.Builder) {
	class, tip := "flow", "tip"
	if c.edge.attack {
		class, tip = "attack", "hit"
	}
	fmt.Fprintf(b, `<path class="%s" marker-end="url(#%s)" d="M%d %dC%d %d %d %d %d %d"/>`,
		class, tip, c.x1, c.y1, c.c1, c.y1+c.bow, c.c2, c.y2+c.bow, c.x2, c.y2)
}

func (c curve) label(b *strings.Builder) {
	text := edgeLabel(c.edge)
	if text == "" {
		return
	}
	class, lift := "label", -6
	if c.edge.attack {
		class, lift = "label hit", 14
	}
	fmt.Fprintf(b, `<text class="%s" x="%d" y="%d" text-anchor="middle"><title>%s</title>%s</text>`,
		class, (c.x1+c.x2+3*(c.c1+c.c2))/8, (c.y1+c.y2)/2+c.bow*3/4+lift, html.EscapeString(text), html.EscapeString(plain.Cut(text, labelText)))
}

// layout gives each node a column, after what leads to it, and a row near the
// rows of those.
func layout(d *diagram) map[*node]*spot {
	columns := columnsOf(d)
	spots := map[*node]*spot{}
	for c, column := range columns {
		for r, n := range column {
			spots[n] = &spot{column: c, row: r}
		}
	}
	for range 4 {
		for _, column := range columns {
			settle(column, d, spots)
		}
	}
	for _, s := range spots {
		s.x = margin + s.column*(boxWidth+columnGap)
		s.y = margin + s.row*(boxHeight+rowGap)
	}
	return spots
}

// settle orders a column by where its nodes' neighbours stand.
func settle(column []*node, d *diagram, spots map[*node]*spot) {
	pull := map[*node]float64{}
	for _, n := range column {
		sum, count := 0, 0
		for _, e := range d.edges {
			if e.to == n && spots[e.from].column < spots[n].column {
				sum, count = sum+spots[e.from].row, count+1
			}
		}
		pull[n] = float64(spots[n].row)
		if count > 0 {
			pull[n] = float64(sum) / float64(count)
		}
	}
	slices.SortStableFunc(column, func(a, b *node) int { return cmp.Compare(pull[a], pull[b]) })
	for r, n := range column {
		spots[n].row = r
	}
}

// columnsOf puts each node right of everything that leads to it, circles aside.
func columnsOf(d *diagram) [][]*node {
	forward, order := withoutCircles(d)
	column := map[*node]int{}
	for _, n := range order {
		for _, to := range forward[n] {
			column[to] = max(column[to], column[n]+1)
		}
	}
	var columns [][]*node
	for _, n := range d.nodes {
		for len(columns) <= column[n] {
			columns = append(columns, nil)
		}
		columns[column[n]] = append(columns[column[n]], n)
	}
	return columns
}

// withoutCircles returns the arrows except those that close a circle, and the
// nodes in an order in which every arrow left goes forward. It starts where
// nothing leads to.
func withoutCircles(d *diagram) (map[*node][]*node, []*node) {
	next := map[*node][]*node{}
	entered := map[*node]bool{}
	for _, e := range d.edges {
		next[e.from] = append(next[e.from], e.to)
		entered[e.to] = true
	}
	starts := slices.Clone(d.nodes)
	slices.SortStableFunc(starts, func(a, b *node) int { return compareBool(entered[a], entered[b]) })

	forward := map[*node][]*node{}
	var order []*node
	const open, done = 1, 2
	state := map[*node]int{}
	var visit func(n *node)
	visit = func(n *node) { // as deep as the longest way, which maxEdges bounds
		state[n] = open
		for _, to := range next[n] {
			if state[to] == open {
				continue
			}
			forward[n] = append(forward[n], to)
			if state[to] == 0 {
				visit(to)
			}
		}
		state[n] = done
		order = append(order, n)
	}
	for _, n := range starts {
		if state[n] == 0 {
			visit(n)
		}
	}
	slices.Reverse(order)
	return forward, order
}

// arrows says the diagram in words, for those who cannot see it.
func arrows(d *diagram) []string {
	var all []string
	for _, e := range d.edges {
		verb := " sends data to "
		if e.attack {
			verb = " leads an attacker to "
		}
		text := e.from.label + verb + e.to.label
		if label := edgeLabel(e); label != "" {
			text += " (" + label + ")"
		}
		all = append(all, text)
	}
	return all
}
