package attackpath

import (
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// accountTargets are the identities of a kind, other than the actor, in the
// clouds that work with role bindings.
func (g *graph) accountTargets(p position, t *Technique) []target {
	var list []target
	for _, id := range g.accounts {
		if id.ID != p.id && g.isAccount(id, t) {
			list = append(list, target{identity: id})
		}
	}
	return list
}

func (g *graph) isAccount(id *model.Identity, t *Technique) bool {
	e := g.Elements[id.ID]
	return slices.Contains(t.Kinds, "identity."+id.Kind) && e != nil && isOf(e, nil, t.Technologies)
}

// namedTargets are identities that are not in the sources, only named by them,
// with a pattern for the name. With via, what they are reached over is part of
// something whose name stands in theirs: a provider of the pool that they are of.
func (g *graph) namedTargets(t *Technique) []target {
	if list, ok := g.targets[t]; ok {
		return list
	}
	var list []target
	for _, name := range g.bindings.Members() {
		if !slices.ContainsFunc(t.Names, func(p string) bool { return likeName(p, name) }) {
			continue
		}
		one := target{identity: &model.Identity{ID: name, Kind: "federated"}}
		if t.Via == nil {
			list = append(list, one)
			continue
		}
		for _, e := range g.sys.Elements {
			if isOf(e, t.Via.Kinds, t.Via.Technologies) && g.namedIn(e, name) {
				one.via = e
				list = append(list, one)
			}
		}
	}
	g.targets[t] = list
	return list
}

// namedIn reports whether a name holds that of what e is part of.
func (g *graph) namedIn(e *model.Element, name string) bool {
	whole := g.Elements[e.PartOf]
	return whole != nil && slices.ContainsFunc(whole.Aliases, func(a string) bool { return strings.Contains(a, "/") && strings.Contains(name, a+"/") })
}

// likeName matches a pattern whose stars reach over slashes too.
func likeName(pattern, name string) bool {
	flat := func(s string) string { return strings.ReplaceAll(s, "/", "\x00") }
	ok, err := path.Match(flat(pattern), flat(name))
	return err == nil && ok
}

// delegationTargets are the accounts that another account can make tokens of,
// with that other one.
func (g *graph) delegationTargets(t *Technique) []target {
	if list, ok := g.targets[t]; ok {
		return list
	}
	const token = "iam.serviceAccounts.getAccessToken"
	var list []target
	for _, over := range g.accounts {
		if g.Elements[over.ID] == nil || !g.bindings.Could(over.ID, token) {
			continue
		}
		for _, id := range g.accounts {
			if id != over && g.isAccount(id, t) && g.bindings.May(over.ID, token, id.ID).Answer != iam.Denied {
				list = append(list, target{identity: id, via: g.Elements[over.ID]})
			}
		}
	}
	g.targets[t] = list
	return list
}

// accountStarts lists where attackers start in the clouds that work with role
// bindings: each user, each account with a key or that a program runs as, and
// those whom bindings name and who are not in the sources. What these have been
// given directly is no attack.
func (g *graph) accountStarts() []start {
	var list []start
	for _, id := range g.accounts {
		from := start{position: position{identity, id.ID}}
		key := id.Facts["access_key"]
		switch {
		case id.Kind == "user" || id.Kind == "human":
			from.as, from.own = ofUser(id), true
		case key.True():
			from.as, from.own = "leaked-key", true
		case g.admitsPullRequests(id):
			from.as, from.own = "pull-request", true
		case len(g.usedNarrowly(id)) > 0 && !g.runsInCluster(id):
			for _, by := range id.UsedBy {
				list = append(list, start{position: position{scoped, by}, as: "machine", admin: true})
			}
			continue
		case len(id.UsedBy) > 0 || g.runsInCluster(id):
			from.as, from.admin = workload, true
		default:
			continue
		}
		list = append(list, from)
	}
	for _, name := range g.bindings.Members() {
		if as := memberAs(name); g.Identities[name] == nil && name != iam.Internet && name != iam.AnyoneOut && as != workload {
			list = append(list, start{position: position{identity, name}, as: as})
		}
	}
	return list
}

// admitsPullRequests reports whether a credential of an account lets in runs that
// a pull request starts.
func (g *graph) admitsPullRequests(id *model.Identity) bool {
	return slices.ContainsFunc(g.sys.Elements, func(e *model.Element) bool {
		f := e.Fact("pull_requests")
		return e.RunsAs == id.ID && f.True()
	})
}

// workload is the word of starts.hcl for programs.
const workload = "workload"

// runsInCluster reports whether programs of a cluster, which the sources only
// name, run as an account.
func (g *graph) runsInCluster(id *model.Identity) bool {
	return slices.ContainsFunc(g.bindings.Members(), func(name string) bool {
		return memberAs(name) == workload && g.bindings.May(name, "iam.serviceAccounts.getAccessToken", id.ID).Answer == iam.Allowed
	})
}

// memberAs says who acts as a member that is only named.
func memberAs(name string) string {
	for _, m := range startData().Members {
		if strings.HasPrefix(name, m.Prefix) && strings.Contains(name, m.Holds) {
			return m.As
		}
	}
	return "insider"
}
