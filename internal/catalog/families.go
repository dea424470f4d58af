package catalog

import (
	"slices"
	"strings"
	"sync"
)

// families are the entries whose label has a star: each describes all types
// whose name fits, such as google_*_iam_member. In kind_of and of_type the star
// stands for what it stood for in the name.
type families struct {
	sources []*source
	mutex   sync.Mutex
	members map[string]*entry
}

func (f *families) add(s *source) {
	f.sources = slices.DeleteFunc(f.sources, func(have *source) bool { return have.word == s.word && have.name == s.name })
	f.sources = append(f.sources, s)
	f.members = map[string]*entry{}
}

// memberOf returns the entry of a type that only a family describes, or nil.
func (c *Catalog) memberOf(typ string, isData bool) *entry {
	for _, s := range c.families.sources {
		stem, ok := stemOf(typ, s.name)
		if !ok || (s.word == "data") != isData {
			continue
		}
		e, diags := s.decode()
		if diags.HasErrors() {
			return nil // Check and Extend report it
		}
		return c.families.member(c, s.word+" "+typ, typ, stem, e)
	}
	return nil
}

// stemOf returns what the star of a pattern stands for in a type's name.
func stemOf(typ, pattern string) (stem string, ok bool) {
	before, after, _ := strings.Cut(pattern, "*")
	rest, starts := strings.CutPrefix(typ, before)
	stem, ends := strings.CutSuffix(rest, after)
	return stem, starts && ends && stem != ""
}

// member makes the family's entry that of one type, once.
func (f *families) member(c *Catalog, key, typ, stem string, family *entry) *entry {
	f.mutex.Lock()
	defer f.mutex.Unlock()
	if e := f.members[key]; e != nil {
		return e
	}
	e := *family
	e.Type = typ
	e.OfType = c.starred(family.OfType, stem, family.Twins)
	e.Bindings = nil
	for _, b := range family.Bindings {
		bound := *b
		bound.OfType = c.starred(b.OfType, stem, family.Twins)
		e.Bindings = append(e.Bindings, &bound)
	}
	if s := c.resources[c.canonicalName(strings.ReplaceAll(family.KindOf, "*", stem))]; s != nil {
		if other, diags := s.decode(); !diags.HasErrors() && other.Kind != "" {
			e.Kind = other.Kind
		}
	}
	f.members[key] = &e
	return &e
}

// starred puts a stem, and its twin, in place of the stars in names of types.
func (c *Catalog) starred(types []string, stem string, twins map[string]string) []string {
	var list []string
	for _, t := range types {
		list = append(list, c.canonicalName(strings.ReplaceAll(t, "*", stem)))
		if twin := twins[stem]; twin != "" {
			list = append(list, c.canonicalName(strings.ReplaceAll(t, "*", twin)))
		}
	}
	return list
}

func (c *Catalog) canonicalName(typ string) string {
	if canonical, ok := c.canonical[typ]; ok {
		return canonical
	}
	return typ
}
