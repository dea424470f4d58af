package library

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Page writes what is described as a page for people: each package and what is
// known of it.
func (l *Library) Page() string {
	var b strings.Builder
	paths := slices.Sorted(maps.Keys(l.chunks))
	fmt.Fprintf(&b, "# Go libraries that threatvet knows\n\n%d packages, and every package of %d families. Versions are left out: a line holds for all of them.\n", len(paths), len(l.patterns))
	b.WriteString("Add your own in `.threatvet/libraries/*.hcl`; they have the form of `internal/gosystem/libraries/*.hcl`.\n\n| package | what comes in | what is dangerous | ways in | what it calls |\n|---|---|---|---|---|\n")
	for _, path := range paths {
		l.of(path).row(&b)
	}
	b.WriteString("\n## Families\n\n")
	patterns := slices.Clone(l.patterns)
	slices.SortStableFunc(patterns, func(a, b chunk) int { return strings.Compare(a.path, b.path) })
	for _, p := range patterns {
		fmt.Fprintf(&b, "- `%s`\n", p.path)
	}
	return b.String()
}

func (d *described) row(b *strings.Builder) {
	in, sinks, ways, calls := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, r := range d.requests {
		in[r.What] = true
	}
	for _, s := range d.fields {
		in[s.What] = true
	}
	for _, m := range []map[string]Mask{d.types, d.stores} {
		for _, mask := range m {
			for _, k := range mask.Kinds() {
				sinks[k.String()] = true
			}
		}
	}
	for _, r := range d.handlers {
		ways[r.Kind] = true
	}
	for _, s := range d.services {
		ways[s.Kind] = true
	}
	for _, f := range d.funcs {
		f.tell(in, sinks, ways, calls)
	}
	fmt.Fprintf(b, "| `%s` | %s | %s | %s | %s |\n", d.path, list(in), list(sinks), list(ways), list(calls))
}

func (f *Func) tell(in, sinks, ways, calls map[string]bool) {
	if f.Source != nil {
		in[f.Source.What] = true
	}
	for _, s := range f.Sinks {
		sinks[s.Kind.String()] = true
	}
	if f.Route != nil {
		ways[f.Route.Kind] = true
	}
	for _, c := range f.Clients {
		calls[c.Service] = true
		if c.Consumes {
			ways["queue"] = true
		}
	}
}

func list(set map[string]bool) string {
	return strings.ReplaceAll(strings.Join(slices.Sorted(maps.Keys(set)), ", "), "|", "")
}
