package attackpath

import (
	"slices"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/iam/roledata"
	"github.com/threatvet/threatvet/internal/model"
)

// acts is whom a position acts as: for the token of a machine the account that
// the machine runs as.
func (g *graph) acts(p position) string {
	if e := g.Elements[p.id]; p.what == scoped && e != nil {
		return e.RunsAs
	}
	return p.id
}

// who names who acts from a position, as bindings do.
func (g *graph) who(p position) string {
	if p.what == scoped {
		return g.acts(p)
	}
	return p.name()
}

// scopesOf is the list of what the tokens of a machine may be used for, which is
// said of it or of its template; a fact that is not there says nothing, and one of
// a part that runs as another account says nothing about this one.
func (w *world) scopesOf(e *model.Element) model.Fact {
	for _, m := range append([]*model.Element{e}, w.members[e.ID]...) {
		same := m.RunsAs == "" || m.RunsAs == e.RunsAs
		if f, has := m.Facts["token_scopes"]; has && same {
			return f
		}
	}
	return model.Fact{}
}

// narrowed is the machine whose tokens are gained with the role of the target,
// where they may not be used for everything.
func (a *attempt) narrowed() string {
	if a.target.element == nil {
		return ""
	}
	h := a.host(a.target.element)
	switch f := a.scopesOf(h); {
	case f.Known() && a.narrow(h):
		return h.ID
	case f.State == model.Unknown:
		a.certain = false
		a.assumes = append(a.assumes, "the tokens of "+h.ID+" may be used for everything")
	}
	return ""
}

// narrow reports whether the tokens of a machine are known not to be for
// everything.
func (w *world) narrow(h *model.Element) bool {
	f := w.scopesOf(h)
	cloud := roledata.Clouds()[h.Provider]
	return f.Known() && cloud != nil && !slices.ContainsFunc(cloud.ScopesNamed(f.Strings()), func(r *roledata.Rights) bool { return slices.Contains(r.Can, "*") })
}

// inScope reports whether the token that a position is may be used for what one
// of the rights holds; what is no token may.
func (g *graph) inScope(p position, holds func(*roledata.Rights) bool) bool {
	e := g.Elements[p.id]
	if p.what != scoped || e == nil {
		return true
	}
	return slices.ContainsFunc(roledata.Clouds()[e.Provider].ScopesNamed(g.scopesOf(e).Strings()), holds)
}

// inScopeOf asks the same of a permission.
func (g *graph) inScopeOf(p position, permission string) bool {
	return g.inScope(p, func(r *roledata.Rights) bool { return r.Holds(permission) })
}

// inScopeOn asks the same of a level on an element.
func (g *graph) inScopeOn(p position, level string, on *model.Element) bool {
	return g.inScope(p, func(r *roledata.Rights) bool {
		levels := r.On(on.Technology)
		return slices.Contains(levels, level) || slices.Contains(levels, iam.LevelAdmin)
	})
}

// usedNarrowly lists the machines that run as an account, where the tokens of
// none of them are for everything.
func (g *graph) usedNarrowly(id *model.Identity) []string {
	for _, by := range id.UsedBy {
		if e := g.Elements[by]; e == nil || !g.narrow(e) {
			return nil
		}
	}
	return id.UsedBy
}
