package catalog

import "github.com/threatvet/threatvet/internal/terraform"

// Stats counts what of a load the catalogue understands.
type Stats struct {
	Resources, Understood int
	// Types counts the instances of each type, Missing those of each that nobody
	// described.
	Types, Missing map[string]int
}

// Stats counts the managed resources of all roots.
func (c *Catalog) Stats(result *terraform.Result) Stats {
	return c.count(result.Roots)
}

// RootStats counts the managed resources of one root.
func (c *Catalog) RootStats(root *terraform.Root) Stats {
	return c.count([]*terraform.Root{root})
}

func (c *Catalog) count(roots []*terraform.Root) Stats {
	s := Stats{Types: map[string]int{}, Missing: map[string]int{}}
	for _, root := range roots {
		for _, r := range root.Resources {
			if r.Mode == "data" {
				continue
			}
			s.Resources++
			s.Types[r.Type]++
			if c.entryOf(r.Type, false) != nil {
				s.Understood++
			} else {
				s.Missing[r.Type]++
			}
		}
	}
	return s
}
