package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// d2Text writes a quoted text. A dollar sign would begin a substitution.
func d2Text(lines ...string) string {
	hide := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "$", `\$`)
	for i, l := range lines {
		lines[i] = hide.Replace(plain.Line(l))
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}

func d2Shape(s shape) string {
	switch s {
	case store:
		return "cylinder"
	case gateway:
		return "hexagon"
	case person:
		return "person"
	case identity:
		return "oval"
	default:
		return "rectangle"
	}
}

// D2 writes the data-flow diagram in D2's language.
func D2(w io.Writer, sys *model.System) error {
	d := newDiagram(sys)
	var b strings.Builder
	b.WriteString("direction: right\n")
	if d.hidden > 0 {
		fmt.Fprintf(&b, "# %d more arrows do not fit\n", d.hidden)
	}
	names := map[*node]string{}
	for _, z := range d.zones {
		fmt.Fprintf(&b, "%s: %s {\n", z.key, d2Text(z.label))
		for _, n := range z.nodes {
			names[n] = z.key + "." + n.key
			b.WriteString("  " + d2Node(n) + "\n")
		}
		b.WriteString("}\n")
	}
	for _, n := range outside(d) {
		names[n] = n.key
		b.WriteString(d2Node(n) + "\n")
	}
	for _, e := range d.edges {
		line := names[e.from] + " -> " + names[e.to] + ": " + d2Text(edgeLabel(e))
		if e.attack {
			line += ` {style.stroke: "#c00"; style.stroke-dash: 4}`
		}
		b.WriteString(line + "\n")
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write D2: %w", err)
	}
	return nil
}

func d2Node(n *node) string {
	lines := []string{n.label}
	if n.detail != "" {
		lines = append(lines, n.detail)
	}
	text := fmt.Sprintf("%s: %s {shape: %s", n.key, d2Text(lines...), d2Shape(n.shape))
	if n.target {
		text += `; style.stroke: "#c00"; style.stroke-width: 3`
	}
	return text + "}"
}
