package model

import (
	"cmp"
	"slices"
)

// Sort puts every slice of the system in order of id, so that output does not
// depend on timing or map order.
func (s *System) Sort() {
	by(s.Elements, func(e *Element) string { return e.ID })
	by(s.EntryPoints, func(e *EntryPoint) string { return e.ID })
	by(s.Flows, func(f *Flow) string { return f.ID })
	by(s.Links, func(l *Link) string { return l.ID })
	by(s.Zones, func(z *Zone) string { return z.ID })
	by(s.Identities, func(i *Identity) string { return i.ID })
	by(s.Policies, func(p *Policy) string { return p.ID })
	by(s.Bindings, func(b *Binding) string { return b.ID })
	by(s.Grants, func(g *Grant) string { return g.ID })
	by(s.DataAssets, func(d *DataAsset) string { return d.ID })
	by(s.Controls, func(c *Control) string { return c.ID })
	by(s.Weaknesses, func(w *Weakness) string { return w.ID })
	by(s.Paths, func(p *Path) string { return p.ID })
	by(s.Questions, func(q *Question) string { return q.ID })
	slices.SortStableFunc(s.Gaps, func(a, b *Gap) int {
		return cmp.Or(a.Location.Compare(b.Location), cmp.Compare(a.What, b.What))
	})
}

func by[T any](list []T, id func(T) string) {
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(id(a), id(b)) })
}

// Merge appends the parts of other to s. Ids are source addresses and so do
// not meet; call Sort afterwards.
func (s *System) Merge(other *System) {
	s.Elements = append(s.Elements, other.Elements...)
	s.EntryPoints = append(s.EntryPoints, other.EntryPoints...)
	s.Flows = append(s.Flows, other.Flows...)
	s.Links = append(s.Links, other.Links...)
	s.Zones = append(s.Zones, other.Zones...)
	s.Identities = append(s.Identities, other.Identities...)
	s.Policies = append(s.Policies, other.Policies...)
	s.Bindings = append(s.Bindings, other.Bindings...)
	s.Grants = append(s.Grants, other.Grants...)
	s.DataAssets = append(s.DataAssets, other.DataAssets...)
	s.Controls = append(s.Controls, other.Controls...)
	s.Weaknesses = append(s.Weaknesses, other.Weaknesses...)
	s.Paths = append(s.Paths, other.Paths...)
	s.Questions = append(s.Questions, other.Questions...)
	s.Gaps = append(s.Gaps, other.Gaps...)
}

// Index answers by id.
type Index struct {
	Elements   map[string]*Element
	Identities map[string]*Identity
	Weaknesses map[string]*Weakness
	Grants     map[string]*Grant
	Policies   map[string]*Policy
	Entries    map[string]*EntryPoint
	Flows      map[string]*Flow
	Data       map[string]*DataAsset
	Paths      map[string]*Path
	ByKind     map[string][]*Element
}

// Index builds the look-up tables of the system as it is now.
func (s *System) Index() *Index {
	x := &Index{
		Elements:   table(s.Elements, func(e *Element) string { return e.ID }),
		Identities: table(s.Identities, func(i *Identity) string { return i.ID }),
		Weaknesses: table(s.Weaknesses, func(w *Weakness) string { return w.ID }),
		Grants:     table(s.Grants, func(g *Grant) string { return g.ID }),
		Policies:   table(s.Policies, func(p *Policy) string { return p.ID }),
		Entries:    table(s.EntryPoints, func(e *EntryPoint) string { return e.ID }),
		Flows:      table(s.Flows, func(f *Flow) string { return f.ID }),
		Data:       table(s.DataAssets, func(d *DataAsset) string { return d.ID }),
		Paths:      table(s.Paths, func(p *Path) string { return p.ID }),
		ByKind:     map[string][]*Element{},
	}
	for _, e := range s.Elements {
		x.ByKind[e.Kind] = append(x.ByKind[e.Kind], e)
	}
	return x
}

func table[T any](list []T, id func(T) string) map[string]T {
	m := make(map[string]T, len(list))
	for _, v := range list {
		m[id(v)] = v
	}
	return m
}
