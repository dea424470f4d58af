package dataflow

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// labelText is how many characters of a name fit in a box, kindText of its kind,
// and flowText beside an arrow.
const (
	labelText = 20
	kindText  = 24
	flowText  = 14
)

// Links says where a page tells more of a box: its href.
type Links struct {
	Node func(*Node) string
}

type drawing struct {
	strings.Builder
	p     *Picture
	links Links
}

// SVG draws the picture. Every text in it is escaped here. It is readable as it
// is; data- attributes carry what a script needs to fold and to highlight.
func (p *Picture) SVG(links Links) string {
	if len(p.Nodes) == 0 {
		return ""
	}
	d := &drawing{p: p, links: links}
	fmt.Fprintf(d, `<svg class="%s" width="%d" height="%d" viewBox="0 0 %d %d" role="group" aria-label="The parts of the system inside their trust boundaries, with data flows and attack steps" data-box="%d %d" data-head="%d" data-between="%d">`,
		p.size(), p.width, p.height, p.width, p.height, boxWidth, boxHeight, headHeight, between)
	d.WriteString(`<defs>`)
	for _, tip := range []string{"tip", "hit"} {
		fmt.Fprintf(d, `<marker id="%s" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="%s" d="M0 0L8 4L0 8z"/></marker>`, tip, tip)
	}
	d.WriteString(`</defs>`)
	for _, g := range p.Groups {
		d.group(g)
	}
	d.WriteString(`<g aria-hidden="true">`)
	seen := map[string]bool{}
	for _, e := range p.Edges {
		d.edge(e, seen)
	}
	d.WriteString(`</g></svg>`)
	return d.String()
}

// size says how far the drawing may shrink to fit a page.
func (p *Picture) size() string {
	switch {
	case p.width > 1500:
		return "huge"
	case p.width > 900:
		return "wide"
	}
	return ""
}

func (d *drawing) group(g *Group) {
	class := "zone t" + itoa(min(max(g.Trust, 0), 4))
	if g.More {
		class += " more"
	}
	if g.Folded {
		class += " folded"
	}
	fmt.Fprintf(d, `<g class="%s" id="%s" data-full="%d" data-own="%d" transform="translate(0 %d)">`, class, g.Key, g.height, g.ownHeight(), g.y)
	fmt.Fprintf(d, `<rect class="edge" x="%d" y="0" width="%d" height="%d" rx="8"/>`, g.x, g.widthOfBox, g.drawnHeight())
	d.head(g)
	d.WriteString(`<g class="inside">`)
	for _, n := range g.Nodes {
		d.node(n)
	}
	for _, inner := range g.Groups {
		d.group(inner)
	}
	d.WriteString(`</g></g>`)
}

// ownHeight is the height of a boundary down to the first that lies in it.
func (g *Group) ownHeight() int {
	y := headHeight
	for _, gap := range g.gaps {
		y += gap + boxHeight
	}
	return y + between
}

func (d *drawing) head(g *Group) {
	fmt.Fprintf(d, `<g class="head" data-name="%s"><rect class="bar" x="%d" y="2" width="%d" height="%d" rx="6"/>`, html.EscapeString(g.Title()+", "+plain.Count(g.Count, "part")), g.x+2, g.widthOfBox-4, headHeight-4)
	turned := ""
	if g.Folded {
		turned = fmt.Sprintf(` transform="rotate(-90 %d 13)"`, g.x+15)
	}
	fmt.Fprintf(d, `<path class="turn"%s d="M%d 11l5 4l5 -4"/>`, turned, g.x+10)
	fmt.Fprintf(d, `<text x="%d" y="19">%s`, g.x+26, html.EscapeString(plain.Cut(g.Label, 60)))
	if g.Kind != "" {
		fmt.Fprintf(d, ` <tspan class="kind">%s</tspan>`, html.EscapeString(g.Kind))
	}
	d.WriteString(`</text>`)
	if g.Level != risk.None && g.More {
		fmt.Fprintf(d, `<text class="level %s" x="%d" y="19" text-anchor="end">up to %s</text>`, g.Level, g.x+g.widthOfBox-12, g.Level)
	} else if !g.More {
		fmt.Fprintf(d, `<text class="kind" x="%d" y="19" text-anchor="end">%s</text>`, g.x+g.widthOfBox-12, plain.Count(g.Count, "part"))
	}
	d.WriteString(`</g>`)
}

// Title is a boundary's name with what it is.
func (g *Group) Title() string {
	if g.Kind == "" {
		return g.Label
	}
	return g.Label + " (" + g.Kind + ")"
}

func (d *drawing) node(n *Node) {
	class := "part " + string(n.Shape)
	if n.Target {
		class += " target"
	}
	if n.Level != risk.None {
		class += " has-" + string(n.Level)
	}
	fmt.Fprintf(d, `<a class="%s" id="%s" href="%s" data-paths="%s" aria-label="%s">`, class, n.Key, html.EscapeString(d.links.Node(n)), numbers(n.Paths), html.EscapeString(n.Words()))
	fmt.Fprintf(d, `<title>%s</title>`, html.EscapeString(plain.Line(n.ID)))
	d.outline(n)
	fmt.Fprintf(d, `<text class="name" x="%d" y="%d">%s</text>`, n.x+34, n.y+21, html.EscapeString(shortLabel(n.Label)))
	fmt.Fprintf(d, `<text class="kind" x="%d" y="%d">%s</text>`, n.x+34, n.y+38, html.EscapeString(plain.Cut(n.Kind, kindText)))
	if n.Threats > 0 {
		fmt.Fprintf(d, `<rect class="badge %s" x="%d" y="%d" width="22" height="16" rx="8"/><text class="count" x="%d" y="%d" text-anchor="middle">%s</text>`,
			n.Level, n.x+boxWidth-16, n.y-7, n.x+boxWidth-5, n.y+5, countText(n.Threats))
	}
	d.WriteString(`</a>`)
}

func countText(n int) string {
	if n > 99 {
		return "99+"
	}
	return itoa(n)
}

// outline draws the box after its shape, with a sign for those who do not know
// what the outlines mean.
func (d *drawing) outline(n *Node) {
	radius := map[Shape]int{Process: 12, Store: 2, Gateway: 4, Person: 2, Identity: boxHeight / 2}[n.Shape]
	fmt.Fprintf(d, `<rect class="box" x="%d" y="%d" width="%d" height="%d" rx="%d"/>`, n.x, n.y, boxWidth, boxHeight, radius)
	x, y := n.x+10, n.y+16
	fmt.Fprintf(d, `<path class="sign" d="%s"/>`, fmt.Sprintf(signs[n.Shape], x, y))
}

// signs are drawn from the upper left corner of 18 by 18 pixels.
var signs = map[Shape]string{
	Process:  "M%d %dm2 3h14v9h-14zm0 3h14m-9 6v3m4 -3v3m-7 0h10",
	Store:    "M%d %dm2 4a7 2.5 0 0 1 14 0a7 2.5 0 0 1 -14 0v10a7 2.5 0 0 0 14 0v-10m-14 5a7 2.5 0 0 0 14 0",
	Gateway:  "M%d %dm1 9h16m-5 -5l5 5l-5 5m-4 -12v14",
	Person:   "M%d %dm9 2a3.2 3.2 0 0 1 0 6.4a3.2 3.2 0 0 1 0 -6.4m-7 14a7 6 0 0 1 14 0z",
	Identity: "M%d %dm2 9a4 4 0 0 1 8 0a4 4 0 0 1 -8 0m8 0h7v4m-3 -4v3",
}

// Sign is the path of a shape's sign, in 20 by 18 pixels.
func Sign(s Shape) string { return fmt.Sprintf(signs[s], 1, 0) }

// shortLabel keeps a label's end, which tells names of one kind apart.
func shortLabel(s string) string {
	runes := []rune(s)
	if len(runes) <= labelText {
		return s
	}
	return "…" + string(runes[len(runes)-labelText+1:])
}

// Words say a box to those who do not see it.
func (n *Node) Words() string {
	words := []string{n.Label}
	if n.Kind != "" {
		words = append(words, n.Kind)
	}
	if n.Threats > 0 {
		words = append(words, plain.Count(n.Threats, "threat")+", the worst "+string(n.Level))
	}
	if len(n.Paths) > 0 {
		words = append(words, "on path "+strings.ReplaceAll(numbers(n.Paths), " ", ", "))
	}
	return strings.Join(words, ", ")
}

func numbers(list []int) string {
	sorted := slices.Sorted(slices.Values(list))
	var words []string
	for _, n := range sorted {
		words = append(words, itoa(n))
	}
	return strings.Join(words, " ")
}
