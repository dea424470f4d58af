package gosystem

import (
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/fragment"
)

// graph knows who calls whom over all packages.
type graph struct {
	edges   map[string][]string
	methods map[string][]string // signature -> methods
	memo    map[string]map[string]bool
}

func newGraph(frags map[string]*fragment.Fragment) *graph {
	g := &graph{edges: map[string][]string{}, methods: map[string][]string{}, memo: map[string]map[string]bool{}}
	for _, name := range slices.Sorted(maps.Keys(frags)) {
		for _, e := range frags[name].Edges {
			g.edges[e.From] = append(g.edges[e.From], e.To)
		}
		for _, m := range frags[name].Methods {
			g.methods[m.Sig] = append(g.methods[m.Sig], m.Name)
		}
	}
	return g
}

// reach returns every function that a function can lead to, itself included.
func (g *graph) reach(from string) map[string]bool {
	if seen, ok := g.memo[from]; ok {
		return seen
	}
	seen := map[string]bool{from: true}
	g.spread(seen, []string{from})
	g.memo[from] = seen
	return seen
}

func (g *graph) spread(seen map[string]bool, work []string) {
	for len(work) > 0 {
		at := work[len(work)-1]
		work = work[:len(work)-1]
		for _, to := range g.edges[at] {
			targets := []string{to}
			if strings.HasPrefix(to, "*") {
				targets = g.methods[to[1:]]
			}
			for _, t := range targets {
				if !seen[t] {
					seen[t] = true
					work = append(work, t)
				}
			}
		}
	}
}

// program is what runs as one service.
type program struct {
	pkg     string // the import path of its main package
	imports map[string]bool
	reach   map[string]bool
}

// programs returns what the main packages are made of, sorted.
func programs(frags map[string]*fragment.Fragment, g *graph) []*program {
	var list []*program
	for _, name := range slices.Sorted(maps.Keys(frags)) {
		if !frags[name].Main {
			continue
		}
		p := &program{pkg: name, imports: map[string]bool{}, reach: map[string]bool{}}
		p.load(name, frags)
		roots := []string{name + ".main"}
		for pkg := range p.imports {
			roots = append(roots, pkg+".init")
			for _, f := range frags[pkg].Funcs {
				if strings.HasPrefix(f.Name, pkg+".init#") || f.Name == pkg+".init" {
					roots = append(roots, f.Name)
				}
			}
		}
		for _, r := range roots {
			p.reach[r] = true
		}
		g.spread(p.reach, roots)
		list = append(list, p)
	}
	return list
}

func (p *program) load(pkg string, frags map[string]*fragment.Fragment) {
	f := frags[pkg]
	if f == nil || p.imports[pkg] {
		return
	}
	p.imports[pkg] = true
	for _, imp := range f.Imports {
		p.load(imp, frags)
	}
}
