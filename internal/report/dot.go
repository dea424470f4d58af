package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// dotText writes a quoted text in Graphviz's language.
func dotText(lines ...string) string {
	hide := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	for i, l := range lines {
		lines[i] = hide.Replace(plain.Line(l))
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}

func dotShape(s shape) string {
	switch s {
	case store:
		return "cylinder"
	case gateway:
		return "hexagon"
	case person:
		return "box"
	case identity:
		return "ellipse"
	default:
		return `box, style="rounded"`
	}
}

// DOT writes the data-flow diagram in Graphviz's language, trust boundaries as
// clusters.
func DOT(w io.Writer, sys *model.System) error {
	d := newDiagram(sys)
	var b strings.Builder
	b.WriteString("digraph system {\n  rankdir=LR\n  node [fontname=\"sans-serif\"]\n  edge [fontname=\"sans-serif\", fontsize=10]\n")
	if d.hidden > 0 {
		fmt.Fprintf(&b, "  // %d more arrows do not fit\n", d.hidden)
	}
	for _, z := range d.zones {
		fmt.Fprintf(&b, "  subgraph cluster_%s {\n    label=%s\n    style=dashed\n", z.key, dotText(z.label))
		for _, n := range z.nodes {
			b.WriteString("    " + dotNode(n) + "\n")
		}
		b.WriteString("  }\n")
	}
	for _, n := range outside(d) {
		b.WriteString("  " + dotNode(n) + "\n")
	}
	for _, e := range d.edges {
		style := ""
		if e.attack {
			style = `, color="#cc0000", style=dashed`
		}
		fmt.Fprintf(&b, "  %s -> %s [label=%s%s]\n", e.from.key, e.to.key, dotText(edgeLabel(e)), style)
	}
	b.WriteString("}\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write DOT: %w", err)
	}
	return nil
}

func dotNode(n *node) string {
	lines := []string{n.label}
	if n.detail != "" {
		lines = append(lines, n.detail)
	}
	text := fmt.Sprintf("%s [label=%s, shape=%s", n.key, dotText(lines...), dotShape(n.shape))
	if n.target {
		text += `, color="#cc0000", penwidth=3`
	}
	return text + "]"
}
