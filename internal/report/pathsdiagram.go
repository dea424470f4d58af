package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// pathStep is a step that one or more paths take, with their numbers.
type pathStep struct {
	from, to, technique string
	paths               []string
}

// pathGraph is what the diagrams of attack paths show: places once each, in the
// order in which paths come to them, and the steps between them.
type pathGraph struct {
	places  []string
	targets []string
	ways    []pathStep
}

func newPathGraph(r *finding.Report) pathGraph {
	var g pathGraph
	see := func(id string) {
		if !slices.Contains(g.places, id) {
			g.places = append(g.places, id)
		}
	}
	for i, p := range ratedPaths(r) {
		for n := range p.Steps {
			s := &p.Steps[n]
			see(s.From)
			see(s.To)
			same := func(w pathStep) bool { return w.from == s.From && w.to == s.To && w.technique == s.Technique }
			at := slices.IndexFunc(g.ways, same)
			if at < 0 {
				at = len(g.ways)
				g.ways = append(g.ways, pathStep{from: s.From, to: s.To, technique: s.Technique})
			}
			g.ways[at].paths = append(g.ways[at].paths, fmt.Sprint(i+1))
		}
		if !slices.Contains(g.targets, p.End) {
			g.targets = append(g.targets, p.End)
		}
	}
	return g
}

func (g pathGraph) key(id string) string { return fmt.Sprintf("n%d", slices.Index(g.places, id)) }

// label says which paths take a step, and how.
func (w pathStep) label() string {
	paths := slices.Compact(slices.Clone(w.paths))
	word := "path "
	if len(paths) > 1 {
		word = "paths "
	}
	return word + strings.Join(paths, ", ") + ": " + w.technique
}

// PathsMermaid draws the attack paths in Mermaid's language, numbered as in the
// text; what attackers are after has a thick border.
func PathsMermaid(w io.Writer, r *finding.Report) error {
	g := newPathGraph(r)
	var b strings.Builder
	b.WriteString("flowchart LR\n")
	for _, id := range g.places {
		fmt.Fprintf(&b, "  %s[\"%s\"]\n", g.key(id), mermaidText(plain.End(id)))
	}
	for _, s := range g.ways {
		fmt.Fprintf(&b, "  %s -.->|\"%s\"| %s\n", g.key(s.from), mermaidText(s.label()), g.key(s.to))
	}
	b.WriteString("  classDef target stroke:#c00,stroke-width:3px\n")
	for _, id := range g.targets {
		if slices.Contains(g.places, id) {
			fmt.Fprintf(&b, "  class %s target\n", g.key(id))
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write Mermaid: %w", err)
	}
	return nil
}

// PathsD2 draws the same in D2's language.
func PathsD2(w io.Writer, r *finding.Report) error {
	g := newPathGraph(r)
	var b strings.Builder
	b.WriteString("direction: right\n")
	for _, id := range g.places {
		style := ""
		if slices.Contains(g.targets, id) {
			style = ` {style.stroke: "#c00"; style.stroke-width: 3}`
		}
		fmt.Fprintf(&b, "%s: %s%s\n", g.key(id), d2Text(plain.End(id)), style)
	}
	for _, s := range g.ways {
		fmt.Fprintf(&b, "%s -> %s: %s {style.stroke: \"#c00\"; style.stroke-dash: 4}\n", g.key(s.from), g.key(s.to), d2Text(s.label()))
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write D2: %w", err)
	}
	return nil
}
