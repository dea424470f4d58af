package attackpath

import (
	"slices"
)

// withoutOwn leaves out the ways that only say that a program has the secret which
// is there for it, so that a flaw in it, of which nothing is known, would lay that
// open. Every program with a secret has such a way, and no change closes it.
func (g *graph) withoutOwn(list []*found) []*found {
	return slices.DeleteFunc(list, g.isOwn)
}

func (g *graph) isOwn(f *found) bool {
	first, last := f.route[0], f.route[len(f.route)-1]
	store, program := g.Elements[last.to.id], g.Elements[first.to.id]
	if store == nil || store.Kind != "secret_store" || program == nil || !first.from.anybody() {
		return false
	}
	if first.step.Weakness != "" || len(first.step.Assumes) == 0 || len(f.gains) != 1 || f.gains[0].what != reads {
		return false
	}
	if v := g.worth[store.ID]; v == nil || !v.inferred {
		return false
	}
	role := g.role(program)
	return role != nil && last.from.what == identity && last.from.id == role.ID && len(f.route) <= 3 && g.readsFew(role.ID)
}

// readsFew reports whether an identity reads one secret only, or not all there are.
func (g *graph) readsFew(id string) bool {
	may := map[string]bool{}
	for _, grant := range g.sys.Grants {
		if grant.Identity == id && grant.Level != "list" {
			may[grant.On] = true
		}
	}
	all, read := 0, 0
	for _, e := range g.sys.Elements {
		if e.Kind != "secret_store" {
			continue
		}
		all++
		if may[e.ID] || may["account"] {
			read++
		}
	}
	return read == 1 || read < all
}
