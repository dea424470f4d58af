package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/topology"
)

// graph gives the edges out of a position, each found when first asked for.
type graph struct {
	*world
	byFrom  map[what][]*Technique
	edges   map[position][]*edge
	targets map[*Technique][]target // of techniques whose targets are elements
	trusted map[string]iam.Decision // by service and ARN
	pending map[string]*pending     // techniques that were begun, by the id of the position
	ended   map[[2]string]*edge     // the same with who makes the last call
	ruling  map[string]*rule        // by identity
	// reachedBy is what the network lets an element connect to, by both ids.
	reachedBy map[string]map[string]*topology.Reached
	// tagged and guarded say whether any condition asks for tags or a second
	// factor, so that gaining those is worth a step.
	tagged, guarded bool
}

func newGraph(w *world, techniques []*Technique) *graph {
	g := &graph{
		world: w, byFrom: map[what][]*Technique{}, edges: map[position][]*edge{}, targets: map[*Technique][]target{}, trusted: map[string]iam.Decision{}, pending: map[string]*pending{}, ended: map[[2]string]*edge{}, ruling: map[string]*rule{}, reachedBy: map[string]map[string]*topology.Reached{},
		tagged:  w.decider.Mentions("ResourceTag"),
		guarded: w.decider.Mentions("MultiFactorAuthPresent") || w.decider.Mentions("MultiFactorAuthAge"),
	}
	for _, t := range techniques {
		if t.Gains == string(unruled) && len(w.enforced) == 0 || (t.Gains == string(tags) || t.Gains == string(untags)) && !g.tagged || t.Gains == string(secondFactor) && !g.guarded {
			continue
		}
		for _, from := range append([]string{t.From}, t.AlsoFrom...) {
			g.byFrom[what(from)] = append(g.byFrom[what(from)], t)
		}
	}
	return g
}

// from returns the edges out of a position. An administrator needs no other
// way, and neither does who can make themselves one.
func (g *graph) from(p position) []*edge {
	if list, ok := g.edges[p]; ok {
		return list
	}
	var list []*edge
	switch {
	case p.what == identity && g.rulesApart(p.id):
		list = []*edge{g.administersApart(p)}
	case p.what == identity && g.administrators[p.id] != nil:
		list = []*edge{g.administers(p)}
	case p.what == identity && len(g.selfMade(p)) > 0:
		list = g.selfMade(p)
	default:
		list = append(g.try(p, func(*Technique) bool { return true }), g.crossings(p)...)
	}
	g.edges[p] = list
	return list
}

// selfMade returns the edges by which an identity can certainly make itself
// administrator.
func (g *graph) selfMade(p position) []*edge {
	list := g.try(p, func(t *Technique) bool { return t.Gains == string(admin) })
	return slices.DeleteFunc(list, func(e *edge) bool { return !e.certain || len(e.also) > 0 })
}

// boundless reports whether nothing would stop an identity that has been given
// the administrator's rights.
func (g *graph) boundless(id string) bool {
	if _, ok := g.decider.Principal(id); !ok {
		return true // boundaries are of AWS only
	}
	return g.decider.Ceiling(id) == iam.Allowed
}

func (g *graph) administers(p position) *edge {
	grant := g.administrators[p.id]
	e := &edge{from: p, to: position{what: admin}, certain: grant.Certain, plain: true}
	e.step = model.Step{
		From: p.id, To: accountAdmin, Technique: "admin", Actions: []string{"*"}, Ease: 4,
		Sentence: p.id + " is administrator of the account: its policies let it do everything that matters.",
		Assumes:  grant.Conditions, Evidence: grant.Evidence, Attack: []string{"T1078.004"},
	}
	if len(grant.Evidence) > 0 {
		e.step.Location = grant.Evidence[0].Location
	}
	e.rests = []ground{{id: grant.ID, change: "give " + p.id + " only the rights it needs", location: e.step.Location}}
	return e
}

func (g *graph) try(p position, use func(*Technique) bool) []*edge {
	var list []*edge
	for _, t := range g.startingFrom(p) {
		if !use(t) || !g.possible(p, t) {
			continue
		}
		for _, target := range g.targetsOf(p, t) {
			list = append(list, g.apply(p, t, target)...)
		}
	}
	return list
}

// startingFrom lists the techniques that a position allows. Who stands at an
// address that is let in does what anybody does, with what lets such addresses in.
func (g *graph) startingFrom(p position) []*Technique {
	switch p.what {
	case partner:
	case scoped:
		return g.byFrom[identity]
	default:
		return g.byFrom[p.what]
	}
	return slices.DeleteFunc(slices.Clone(g.byFrom[internet]), func(t *Technique) bool {
		return !t.Where.Exposed && t.Target != "weak"
	})
}

// possible rejects a technique whose actions the actor cannot have on anything,
// which is nearly all of them, before targets are looked at.
func (g *graph) possible(p position, t *Technique) bool {
	if p.what != identity && p.what != scoped {
		return true
	}
	who := g.acts(p)
	_, aws := g.decider.Principal(who)
	for _, n := range t.Needs {
		if n.Apart {
			continue
		}
		if n.Content != "" || aws && slices.Contains(n.Actions, "sts:AssumeRole") {
			return true
		}
		if !aws && slices.ContainsFunc(append(slices.Clone(n.Actions), n.Any...), func(a string) bool { return !iam.IsPermission(a) }) {
			return false
		}
		for _, a := range n.Actions {
			if !g.could(who, a) {
				return false
			}
		}
		if len(n.Any) > 0 && !slices.ContainsFunc(n.Any, func(a string) bool { return g.could(who, a) }) {
			return false
		}
	}
	return true
}

func (g *graph) could(id, action string) bool {
	if iam.IsPermission(action) {
		return g.bindings.Could(id, action)
	}
	service, _, _ := strings.Cut(action, ":")
	return g.decider.Could(id, action) || g.decider.Grants(service)
}

// target is what a technique is done to.
type target struct {
	element  *model.Element
	identity *model.Identity
	holder   string // of a policy
	weakness *model.Weakness
	flow     *model.Flow
	secret   *secret
	via      *model.Element
	limit    *model.Policy // of the identity, that holds it back
	reached  *topology.Reached
}

func (t target) id() string {
	if t.identity != nil {
		return t.identity.ID
	}
	return t.element.ID
}

func (t target) arn() string {
	if t.identity != nil {
		return t.identity.ARN
	}
	return arnOf(t.element)
}

func (g *graph) targetsOf(p position, t *Technique) []target {
	switch t.Target {
	case "self":
		return identities([]*model.Identity{g.self(p)})
	case "user":
		return identities(g.users)
	case "group":
		return identities(g.groups)
	case "identity":
		return g.accountTargets(p, t)
	case "named":
		return g.namedTargets(t)
	case "unlocked":
		return g.unlockedTargets(p, t)
	case "machines":
		return g.machineTargets(p, t)
	case "delegation":
		return g.delegationTargets(t)
	case "role":
		if t.Where.Trusts != "" {
			return identities(g.trusting[t.Where.Trusts])
		}
		if t.assumes() {
			return g.assumable(p)
		}
		return identities(g.roles)
	case "own_group":
		return identities(g.groupsOf(p.id))
	case "policy":
		return g.policyTargets()
	case "element":
		return g.elementTargets(t)
	case "here":
		return g.here(p, t)
	case "secrets":
		return g.secretTargets(p)
	case "flows":
		return g.flowTargets(p, t)
	case "weak":
		return g.weakTargets(t)
	case "code_from":
		return g.codeTargets(t)
	case "federation":
		return g.federationTargets(t)
	case "limit":
		return g.limitTargets(p, t)
	case "member":
		return g.memberTargets(t)
	case "reachable":
		return g.reachableTargets(p, t)
	case "opened":
		return g.openedTargets(p, t)
	case "inner":
		return g.innerTargets(p, t)
	case "listed":
		return g.listedTargets(t)
	case "fed":
		return g.fedTargets(t)
	case "trusting":
		return g.trustingTargets(p, t)
	}
	return nil
}

// assumes reports whether the technique is no more than to assume a role.
func (t *Technique) assumes() bool {
	return len(t.Needs) == 1 && slices.Equal(t.Needs[0].Actions, []string{"sts:AssumeRole"})
}

// assumable are the roles whose trust may let an actor in.
func (g *graph) assumable(p position) []target {
	if self := g.Identities[p.id]; self != nil {
		return identities(append(slices.Clone(g.open), g.naming[self.ARN]...))
	}
	return identities(g.open)
}

func identities(list []*model.Identity) []target {
	var out []target
	for _, id := range list {
		if id != nil {
			out = append(out, target{identity: id})
		}
	}
	return out
}

// self is the identity that is acted as: one of the sources, or one that role
// bindings only name.
func (g *graph) self(p position) *model.Identity {
	who := g.acts(p)
	if id := g.Identities[who]; id != nil {
		return id
	}
	return &model.Identity{ID: who, Kind: "federated"}
}

func (g *graph) groupsOf(id string) []*model.Identity {
	var list []*model.Identity
	if self := g.Identities[id]; self != nil {
		for _, group := range self.Groups {
			list = append(list, g.Identities[group])
		}
	}
	return list
}

func (g *graph) policyTargets() []target {
	var list []target
	for _, p := range g.policies {
		for _, h := range g.withMembers(p.holders) {
			list = append(list, target{element: p.element, holder: h})
		}
	}
	return list
}

// withMembers adds to identities those who are in them.
func (g *graph) withMembers(ids []string) []string {
	list := slices.Clone(ids)
	for _, u := range g.users {
		if slices.ContainsFunc(u.Groups, func(id string) bool { return slices.Contains(ids, id) }) {
			list = append(list, u.ID)
		}
	}
	return unique(list)
}

func (g *graph) elementTargets(t *Technique) []target {
	if list, ok := g.targets[t]; ok {
		return list
	}
	var list []target
	for _, e := range g.sys.Elements {
		if fits(e, t) && (!t.Where.Worth || g.worth[e.ID] != nil) {
			list = append(list, target{element: e})
		}
	}
	g.targets[t] = list
	return list
}

func fits(e *model.Element, t *Technique) bool { return isOf(e, t.Kinds, t.Technologies) }

func isOf(e *model.Element, kinds, technologies []string) bool {
	return (len(kinds) == 0 || slices.Contains(kinds, e.Kind)) && (len(technologies) == 0 || slices.Contains(technologies, e.Technology))
}

func (g *graph) here(p position, t *Technique) []target {
	e := g.Elements[p.id]
	if e == nil {
		return nil
	}
	h := g.host(e)
	if h == nil || !fits(h, t) {
		return nil
	}
	return []target{{element: e}}
}

// secretTargets are the identities whose credentials lie where the attacker is:
// in the element, and for code in what runs it.
func (g *graph) secretTargets(p position) []target {
	var list []target
	for e := range g.Around(g.Elements[p.id]) {
		if v := g.worth[e.ID]; v != nil {
			for i := range v.secrets {
				if id := g.Identities[v.secrets[i].of]; id != nil {
					list = append(list, target{identity: id, secret: &v.secrets[i]})
				}
			}
		}
		if p.what == reads {
			break
		}
	}
	return list
}

// flowTargets are what the code of an element, or of what is part of it or holds
// it, sends to. Users set off only what lies in the element.
func (g *graph) flowTargets(p position, t *Technique) []target {
	var list []target
	for e := range g.Around(g.Elements[p.id]) {
		for _, f := range g.flowsFrom(e, p.what == code || p.what == users) {
			if to := g.Elements[f.To]; to != nil && fits(to, t) && !g.closed(e, to) {
				list = append(list, target{element: to, flow: f})
			}
		}
		if p.what == users {
			break
		}
	}
	return list
}

// flowsFrom returns what an element sends, and for code also what its parts do.
func (g *graph) flowsFrom(e *model.Element, parts bool) []*model.Flow {
	list := slices.Clone(g.flows[e.ID])
	if parts {
		for _, m := range g.members[e.ID] {
			list = append(list, g.flowsFrom(m, true)...)
		}
	}
	return list
}

func (g *graph) weakTargets(t *Technique) []target {
	var list []target
	for _, weak := range g.sys.Weaknesses {
		if e := g.Elements[weak.Element]; e != nil && slices.Contains(t.Weakness, weak.Kind) {
			list = append(list, target{element: e, weakness: weak})
		}
	}
	return list
}
