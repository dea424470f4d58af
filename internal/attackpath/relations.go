package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// codeTargets are the elements that take what they run from another one: a
// function from a bucket, a task from a registry.
func (g *graph) codeTargets(t *Technique) []target {
	if list, ok := g.targets[t]; ok {
		return list
	}
	var list []target
	for _, e := range g.sys.Elements {
		if !fits(e, t) {
			continue
		}
		for _, r := range e.References {
			first, _, _ := strings.Cut(r.Attribute, ".")
			from := g.Elements[r.To]
			if from == nil || !slices.Contains(t.Attributes, first) || !isOf(from, t.Via.Kinds, t.Via.Technologies) {
				continue
			}
			if !slices.ContainsFunc(list, func(o target) bool { return o.element == e && o.via == from }) {
				list = append(list, target{element: e, via: from})
			}
		}
	}
	g.targets[t] = list
	return list
}

// unlockedTargets are the elements that name, by one of some arguments, a key that
// the position's element names too, or that stands in the state that it is.
func (g *graph) unlockedTargets(p position, t *Technique) []target {
	at := g.Elements[p.id]
	if at == nil {
		return nil
	}
	var list []target
	for _, e := range g.sys.Elements {
		if e == at || !fits(e, t) {
			continue
		}
		for _, r := range e.References {
			key := g.Elements[r.To]
			if key == nil || !slices.Contains(t.Attributes, r.Attribute) || !isOf(key, t.Via.Kinds, t.Via.Technologies) {
				continue
			}
			if key == at || refersTo(at, key) || at.Kind == "ci.state" && at.Root == key.Root {
				list = append(list, target{element: e, via: key})
			}
		}
	}
	return list
}

func refersTo(e, to *model.Element) bool {
	return slices.ContainsFunc(e.References, func(r model.Reference) bool { return r.To == to.ID })
}

// federationTargets are the roles that trust an identity provider of the system
// itself, with that provider.
func (g *graph) federationTargets(t *Technique) []target {
	if list, ok := g.targets[t]; ok {
		return list
	}
	var list []target
	for _, r := range g.roles {
		for _, doc := range g.decider.Trust(r.ID) {
			for _, name := range doc.Trusted("Federated") {
				id, _ := g.decider.Named(name)
				if provider := g.Elements[id]; provider != nil && isOf(provider, t.Via.Kinds, t.Via.Technologies) {
					list = append(list, target{identity: r, via: provider})
				}
			}
		}
	}
	g.targets[t] = list
	return list
}

// listedTargets are the roles that a fact of an element lists, with that element.
func (g *graph) listedTargets(t *Technique) []target {
	if list, ok := g.targets[t]; ok {
		return list
	}
	var list []target
	for _, e := range g.sys.Elements {
		if !isOf(e, t.Via.Kinds, t.Via.Technologies) {
			continue
		}
		fact := e.Fact(t.Lists)
		for _, arn := range fact.Strings() {
			id, _ := g.decider.Named(arn)
			if r := g.Identities[id]; r != nil {
				list = append(list, target{identity: r, via: e})
			}
		}
	}
	g.targets[t] = list
	return list
}

// memberTargets are the elements that another one holds and that act as a role:
// the machines and pods of a cluster.
func (g *graph) memberTargets(t *Technique) []target {
	if list, ok := g.targets[t]; ok {
		return list
	}
	var list []target
	for _, e := range g.sys.Elements {
		over := g.Elements[e.PartOf]
		if over != nil && e.RunsAs != "" && fits(e, t) && isOf(over, t.Via.Kinds, t.Via.Technologies) {
			list = append(list, target{element: e, via: over})
		}
	}
	g.targets[t] = list
	return list
}

// limitTargets are the policies without which the actor would be administrator,
// with who carries them: the actor, or a group of its.
func (g *graph) limitTargets(p position, t *Technique) []target {
	self := g.Identities[p.id]
	if self == nil {
		return nil
	}
	var list []target
	for _, holder := range append([]*model.Identity{self}, g.groupsOf(p.id)...) {
		if holder == nil || len(t.Kinds) > 0 && !slices.Contains(t.Kinds, "identity."+holder.Kind) {
			continue
		}
		for _, policy := range g.held[holder.ID] {
			if g.isLimit(policy, holder, t.Limit) && g.decider.AdministratorWithout(self.ID, policy.ID) != iam.Denied {
				list = append(list, target{identity: holder, limit: policy})
			}
		}
	}
	return list
}

// isLimit reports whether a policy is carried in a way: as the boundary, by
// attachment, as the holder's own, or by a group that one can leave.
func (g *graph) isLimit(p *model.Policy, holder *model.Identity, form string) bool {
	switch form {
	case "boundary":
		return p.Kind == "boundary"
	case "group":
		return p.Kind == "identity" && holder.Kind == "group"
	}
	return p.Kind == "identity" && (form == "attached") == g.attached(p)
}

// attached reports whether a policy stands by itself and is only attached.
func (g *graph) attached(p *model.Policy) bool {
	return p.Managed != "" || len(p.Evidence) > 0 && g.standing[origin{p.Document, p.Evidence[0]}]
}
