package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// mermaidText hides the characters that mean something inside Mermaid's quoted
// texts.
func mermaidText(s string) string {
	return strings.NewReplacer(
		"#", "#35;", `"`, "#quot;", "<", "#lt;", ">", "#gt;", "&", "#amp;", "`", "#96;", "|", "#124;", "\\", "#92;", ";", "#59;", "%", "#37;", // %%{...}%% would be a setting
	).Replace(plain.Line(s))
}

// mermaidShape holds what stands around a node's text.
func mermaidShape(s shape) (open, shut string) {
	switch s {
	case store:
		return "[(", ")]"
	case gateway:
		return "{{", "}}"
	case person:
		return "((", "))"
	case identity:
		return "([", "])"
	default:
		return "[", "]"
	}
}

// Mermaid writes the data-flow diagram in Mermaid's language. Attack steps are
// dotted, where data flows without encryption the arrow says so.
func Mermaid(w io.Writer, sys *model.System) error {
	d := newDiagram(sys)
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	if d.hidden > 0 {
		fmt.Fprintf(&b, "  %%%% %d more arrows do not fit\n", d.hidden)
	}
	for _, z := range d.zones {
		fmt.Fprintf(&b, "  subgraph %s[\"%s\"]\n", z.key, mermaidText(z.label))
		for _, n := range z.nodes {
			b.WriteString("    " + mermaidNode(n) + "\n")
		}
		b.WriteString("  end\n")
	}
	for _, n := range outside(d) {
		b.WriteString("  " + mermaidNode(n) + "\n")
	}
	for _, e := range d.edges {
		b.WriteString("  " + mermaidEdge(e) + "\n")
	}
	b.WriteString("  classDef target stroke:#c00,stroke-width:3px\n")
	for _, n := range d.nodes {
		if n.target {
			fmt.Fprintf(&b, "  class %s target\n", n.key)
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write Mermaid: %w", err)
	}
	return nil
}

func mermaidNode(n *node) string {
	open, shut := mermaidShape(n.shape)
	text := mermaidText(n.label)
	if n.detail != "" {
		text += "<br/>" + mermaidText(n.detail)
	}
	return n.key + open + `"` + text + `"` + shut
}

func mermaidEdge(e edge) string {
	arrow := "-->"
	if e.attack {
		arrow = "-.->"
	}
	label := edgeLabel(e)
	if label == "" {
		return e.from.key + " " + arrow + " " + e.to.key
	}
	return fmt.Sprintf(`%s %s|"%s"| %s`, e.from.key, arrow, mermaidText(label), e.to.key)
}

func edgeLabel(e edge) string {
	if e.clear {
		return strings.TrimPrefix(e.label+", not encrypted", ", ")
	}
	return e.label
}

// outside are the nodes that stand in no zone.
func outside(d *diagram) []*node {
	inside := map[*node]bool{}
	for _, z := range d.zones {
		for _, n := range z.nodes {
			inside[n] = true
		}
	}
	var rest []*node
	for _, n := range d.nodes {
		if !inside[n] {
			rest = append(rest, n)
		}
	}
	return rest
}
