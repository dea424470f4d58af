package policy

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// projector makes the input of policies from a system.
type projector struct {
	*terms
	sys   *model.System
	index *model.Index
	// assets are the projected data assets by id, controls the kinds of the
	// known controls by what they are on.
	assets   map[string]*ast.Term
	controls map[string][]string
	reach    *reach
	top      *object
}

// newInput projects the system. The shape is that of inputSchema.
func newInput(sys *model.System) ast.Value {
	p := &projector{
		terms: newTerms(), sys: sys, index: sys.Index(),
		assets: map[string]*ast.Term{}, controls: map[string][]string{},
	}
	p.reach = newReach(sys, p.index)
	p.top = p.object(20)
	for _, d := range sys.DataAssets {
		p.assets[d.ID] = p.asset(d)
	}
	for _, c := range sys.Controls {
		if c.State == model.Known && !slices.Contains(p.controls[c.On], c.Kind) {
			p.controls[c.On] = append(p.controls[c.On], c.Kind)
		}
	}
	p.elements()
	p.members()
	p.flows()
	p.entryPoints()
	p.identities()
	p.grants()
	p.statements()
	p.weaknesses()
	p.paths()
	p.zones()
	p.account()
	return p.top.term().Value
}

// account has the account numbers that identities of the system have, so that
// a policy can tell a foreign one. They may be stand-ins.
func (p *projector) account() {
	var numbers []string
	for _, i := range p.sys.Identities {
		if n := iam.AccountOf(i.ARN); n != "" && !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	o := p.object(2)
	o.text("id", "account")
	o.texts("numbers", numbers)
	p.top.put("account", o.term())
}

func (p *projector) elements() {
	byID := p.object(len(p.sys.Elements))
	byKind := p.groups()
	for _, kind := range model.Words().Kinds {
		byKind.reserve(kind)
	}
	for _, e := range p.sys.Elements {
		term := p.element(e)
		byID.put(e.ID, term)
		byKind.add(e.Kind, term)
	}
	p.top.put("by_id", byID.term())
	p.top.put("by_kind", byKind.term())
}

// members lists who is in a network part, and what is part of an element.
func (p *projector) members() {
	members, parts := p.groups(), p.groups()
	for _, e := range p.sys.Elements {
		id := p.text(e.ID)
		parts.add(e.PartOf, id)
		if n := e.Network; n != nil {
			in := slices.Concat(n.Groups, n.Subnets, []string{n.VPC}, p.around(n))
			slices.Sort(in)
			for _, in := range slices.Compact(in) {
				members.add(in, id)
			}
		}
	}
	p.top.put("members_of", members.term())
	p.top.put("parts_of", parts.term())
}

// around are the rule sets of the subnets that a place is in.
func (p *projector) around(n *model.Network) []string {
	var groups []string
	for _, id := range n.Subnets {
		if s := p.index.Elements[id]; s != nil && s.Network != nil {
			groups = append(groups, s.Network.Groups...)
		}
	}
	return groups
}

func (p *projector) flows() {
	from, to := p.groups(), p.groups()
	for _, f := range p.sys.Flows {
		term := p.flow(f)
		from.add(f.From, term)
		to.add(f.To, term)
	}
	p.top.put("flows_from", from.term())
	p.top.put("flows_to", to.term())
}

func (p *projector) entryPoints() {
	of := p.groups()
	for _, e := range p.sys.EntryPoints {
		of.add(e.Element, p.entryPoint(e))
	}
	p.top.put("entry_points_of", of.term())
}

func (p *projector) identities() {
	byID := p.object(len(p.sys.Identities))
	list := make([]*ast.Term, len(p.sys.Identities))
	runners := map[string][]string{}
	for _, e := range p.sys.Elements {
		if e.RunsAs != "" {
			runners[e.RunsAs] = append(runners[e.RunsAs], e.ID)
		}
	}
	for i, id := range p.sys.Identities {
		list[i] = p.identity(id, runners[id.ID])
		byID.put(id.ID, list[i])
	}
	p.top.put("identities", byID.term())
	p.top.put("identity_list", p.list(list))
}

func (p *projector) grants() {
	on, by, of := p.groups(), p.groups(), p.groups()
	for _, g := range p.sys.Grants {
		if p.index.Identities[g.Identity] == nil {
			continue // an outsider, whom policies about identities do not mean
		}
		term := p.grant(g)
		on.add(g.On, term)
		by.add(g.Identity, term)
		for _, action := range g.Actions {
			of.add(action, term)
		}
	}
	p.top.put("grants_on", on.term())
	p.top.put("grants_by", by.term())
	p.top.put("grants_of", of.term())
}

func (p *projector) weaknesses() {
	byKind, byThreat := p.groups(), p.groups()
	for _, w := range p.sys.Weaknesses {
		term := p.weakness(w)
		byKind.add(w.Kind, term)
		byThreat.add(w.Threat, term)
	}
	p.top.put("weaknesses", byKind.term())
	p.top.put("reported", byThreat.term())
}

func (p *projector) paths() {
	list := make([]*ast.Term, len(p.sys.Paths))
	for i, path := range p.sys.Paths {
		list[i] = p.path(path)
	}
	p.top.put("paths", p.list(list))
}

func (p *projector) zones() {
	byID := p.object(len(p.sys.Zones))
	for _, z := range p.sys.Zones {
		o := p.object(6)
		o.text("id", z.ID)
		o.text("kind", z.Kind)
		o.text("name", z.Name)
		o.text("parent", z.Parent)
		o.put("trust", p.number(z.Trust))
		o.text("environment", z.Environment)
		byID.put(z.ID, o.term())
	}
	p.top.put("zones", byID.term())
}
