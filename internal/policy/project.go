package policy

import (
	"maps"
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/model"
)

func (p *projector) element(e *model.Element) *ast.Term {
	o := p.object(29)
	o.text("id", e.ID)
	o.text("kind", e.Kind)
	o.text("name", e.Name)
	o.text("technology", e.Technology)
	o.text("provider", e.Provider)
	o.text("root", e.Root)
	o.text("zone", e.Zone)
	o.text("region", e.Region)
	o.text("runs_as", e.RunsAs)
	o.text("part_of", e.PartOf)
	if e.Exposure.State != model.Unknown {
		o.text("exposure", e.Exposure.Level)
	}
	o.texts("through", e.Exposure.Through)
	o.put("latent", p.truth(e.Latent))
	o.put("facts", p.facts(e.Facts))
	o.put("rules", p.rules(e.Rules))
	o.put("environment", p.environment(e.Environment))
	o.put("tags", p.tags(e.Tags))
	o.put("data", p.data(e.Stores, e.Process))
	o.texts("controls", p.controls[e.ID])
	o.texts("uses", uses(e))
	o.texts("leads_to", p.reach.behind(e))
	p.network(o, e.Network)
	o.text("if_down", e.IfDown)
	return o.term()
}

// uses lists the elements that an element's settings name.
func uses(e *model.Element) []string {
	var ids []string
	for _, r := range e.References {
		if !slices.Contains(ids, r.To) {
			ids = append(ids, r.To)
		}
	}
	return ids
}

func (p *projector) network(o *object, n *model.Network) {
	if n == nil {
		n = &model.Network{PublicAddress: model.Fact{State: model.Unknown}}
	}
	o.text("vpc", n.VPC)
	o.texts("subnets", n.Subnets)
	o.texts("groups", n.Groups)
	o.texts("targets", n.Targets)
	ports := make([]*ast.Term, len(n.Ports))
	for i, port := range n.Ports {
		ports[i] = p.number(port)
	}
	o.put("ports", p.list(ports))
	o.put("public_address", p.value(n.PublicAddress))
}

// facts keeps the known ones.
func (p *projector) facts(facts map[string]model.Fact) *ast.Term {
	o := p.object(len(facts))
	for name, f := range facts {
		o.put(name, p.value(f))
	}
	return o.term()
}

// rules keeps those that are wholly known, with their index in the model.
func (p *projector) rules(rules []model.NetworkRule) *ast.Term {
	var list []*ast.Term
	for i, r := range rules {
		if r.State == model.Unknown {
			continue
		}
		o := p.object(8)
		o.put("index", p.number(i))
		o.text("direction", r.Direction)
		o.put("allow", p.truth(r.Allow))
		o.text("protocol", r.Protocol)
		o.put("from_port", p.number(r.FromPort))
		o.put("to_port", p.number(r.ToPort))
		o.texts("cidrs", r.CIDRs)
		o.texts("groups", r.Groups)
		list = append(list, o.term())
	}
	return p.list(list)
}

func (p *projector) environment(vars []model.EnvVar) *ast.Term {
	list := make([]*ast.Term, len(vars))
	for i, v := range vars {
		o := p.object(4)
		o.text("name", v.Name)
		if !v.Sensitive {
			o.put("value", p.value(v.Value))
		}
		o.put("sensitive", p.truth(v.Sensitive))
		o.texts("refers_to", v.RefersTo)
		list[i] = o.term()
	}
	return p.list(list)
}

func (p *projector) tags(tags map[string]string) *ast.Term {
	o := p.object(len(tags))
	for _, key := range slices.Sorted(maps.Keys(tags)) {
		o.put(key, p.text(tags[key]))
	}
	return o.term()
}

// data lists each asset once.
func (p *projector) data(lists ...[]string) *ast.Term {
	var found []*ast.Term
	var seen []string
	for _, ids := range lists {
		for _, id := range ids {
			if term := p.assets[id]; term != nil && !slices.Contains(seen, id) {
				seen = append(seen, id)
				found = append(found, term)
			}
		}
	}
	return p.list(found)
}

func (p *projector) asset(d *model.DataAsset) *ast.Term {
	o := p.object(8)
	o.text("id", d.ID)
	o.text("name", d.Name)
	o.put("confidentiality", p.number(d.Confidentiality))
	o.put("integrity", p.number(d.Integrity))
	o.put("availability", p.number(d.Availability))
	o.texts("categories", d.Categories)
	o.put("declared", p.truth(d.Declared))
	return o.term()
}

func (p *projector) flow(f *model.Flow) *ast.Term {
	o := p.object(12)
	o.text("id", f.ID)
	o.text("from", f.From)
	o.text("to", f.To)
	o.text("protocol", f.Protocol)
	o.put("port", p.number(f.Port))
	o.text("operation", f.Operation)
	o.put("authn", p.value(f.Authn))
	o.put("authz", p.value(f.Authz))
	o.put("encryption", p.value(f.Encryption))
	o.put("data", p.data(f.Data))
	o.texts("crosses", f.Crosses)
	o.text("basis", f.Basis)
	return o.term()
}

func (p *projector) entryPoint(e *model.EntryPoint) *ast.Term {
	o := p.object(10)
	o.text("id", e.ID)
	o.text("element", e.Element)
	o.text("kind", e.Kind)
	o.text("method", e.Method)
	o.text("path", e.Path)
	o.text("handler", e.Handler)
	o.texts("middleware", e.Middleware)
	o.put("authn", p.value(e.Authn))
	o.put("authz", p.value(e.Authz))
	o.put("mutates", p.value(e.Mutates))
	return o.term()
}

func (p *projector) identity(i *model.Identity, runners []string) *ast.Term {
	users := slices.Concat(i.UsedBy, runners)
	slices.Sort(users)
	o := p.object(8)
	o.text("id", i.ID)
	o.text("kind", i.Kind)
	o.text("name", i.Name)
	o.texts("groups", i.Groups)
	o.texts("used_by", slices.Compact(users))
	if i.Use != nil {
		o.texts("unused", i.Use.Unused)
		o.text("smallest", i.Use.Smallest)
	}
	o.put("facts", p.facts(i.Facts))
	return o.term()
}

func (p *projector) grant(g *model.Grant) *ast.Term {
	o := p.object(7)
	o.text("id", g.ID)
	o.text("identity", g.Identity)
	o.text("on", g.On)
	o.text("level", g.Level)
	o.texts("actions", g.Actions)
	o.put("certain", p.truth(g.Certain))
	o.texts("conditions", g.Conditions)
	return o.term()
}

// maxParts bounds the way from a handler to the machine that runs it.
const maxParts = 8

// weakness also says which service contains it and what runs that.
func (p *projector) weakness(w *model.Weakness) *ast.Term {
	o := p.object(9)
	o.text("id", w.ID)
	o.text("kind", w.Kind)
	o.text("threat", w.Threat)
	o.text("element", w.Element)
	o.text("entry_point", w.EntryPoint)
	o.text("function", w.Function)
	service := ""
	e := p.index.Elements[w.Element]
	for range maxParts {
		if e == nil {
			break
		}
		if e.Kind == "go.service" && service == "" {
			service = e.ID
		}
		if e.Provider != "" || e.Kind != "go.service" && e.Kind != "go.handler" && service != "" {
			o.text("runs_on", e.ID)
			break
		}
		e = p.index.Elements[e.PartOf]
	}
	o.text("service", service)
	return o.term()
}

func (p *projector) path(path *model.Path) *ast.Term {
	steps := make([]*ast.Term, len(path.Steps))
	techniques := make([]string, len(path.Steps))
	for i, s := range path.Steps {
		o := p.object(5)
		o.text("from", s.From)
		o.text("to", s.To)
		o.text("technique", s.Technique)
		o.texts("actions", s.Actions)
		o.text("weakness", s.Weakness)
		if w := p.index.Weaknesses[s.Weakness]; w != nil {
			o.text("weakness_kind", w.Kind)
		}
		steps[i], techniques[i] = o.term(), s.Technique
	}
	o := p.object(10)
	o.text("id", path.ID)
	o.text("start", path.Start)
	o.text("as", path.As)
	o.text("gains", path.Gains)
	o.text("end", path.End)
	o.put("steps", p.list(steps))
	o.texts("techniques", techniques)
	o.put("certain", p.truth(path.Certain))
	o.put("data", p.data(path.Data))
	return o.term()
}
