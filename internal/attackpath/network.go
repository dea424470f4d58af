package attackpath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/topology"
)

// stands returns what a position has in the network: another network's end, or
// the machine, container or function that runs an element; empty for what has no
// place there.
func (g *graph) stands(p position) string {
	for e := range g.Around(g.Elements[p.id]) {
		if e.Kind == "k8s.cluster" {
			break // its address is that of what rules it, not of what runs in it
		}
		if g.reach.Placed(e.ID) {
			return e.ID
		}
	}
	return ""
}

// reached lists what the network lets a position connect to, by id.
func (g *graph) reached(p position) map[string]*topology.Reached {
	at := g.stands(p)
	if known, ok := g.reachedBy[at]; ok {
		return known
	}
	all := map[string]*topology.Reached{}
	list := g.reach.From(at)
	for i := range list {
		all[list[i].To.ID] = &list[i]
	}
	g.reachedBy[at] = all
	return all
}

// reachableTargets are the elements that the network lets a position connect to.
func (g *graph) reachableTargets(p position, t *Technique) []target {
	at := g.stands(p)
	var list []target
	for _, r := range g.reach.Over(at, t.Ports) {
		if r.To.ID != at && fits(r.To, t) && !(t.Where.Unread && g.public(r.To)) {
			list = append(list, target{element: r.To, reached: &r})
		}
	}
	return list
}

// openedTargets are those of them that something opens which lies elsewhere, each
// with what it is that opens it.
func (g *graph) openedTargets(p position, t *Technique) []target {
	var list []target
	for _, r := range g.reachableTargets(p, t) {
		for _, with := range g.opens[r.element.ID] {
			r.via = with
			list = append(list, r)
		}
	}
	return list
}

// innerTargets are the weak elements whose host the network lets a position
// connect to.
func (g *graph) innerTargets(p position, t *Technique) []target {
	at, reached := g.stands(p), g.reached(p)
	var list []target
	for _, weak := range g.weakTargets(t) {
		host := g.stands(position{id: weak.element.ID})
		if r := reached[host]; r != nil && host != at && g.called(weak.element) && !g.public(weak.element) {
			weak.reached = r
			list = append(list, weak)
		}
	}
	return list
}

// public reports whether the internet reaches an element, so that nobody needs to
// be inside for it.
func (g *graph) public(e *model.Element) bool {
	reachable, _ := g.outside(e, position{what: internet})
	return reachable
}

// called reports whether an element is there to be called over the network.
func (g *graph) called(e *model.Element) bool {
	return !slices.ContainsFunc(g.entries[e.ID], func(p *model.EntryPoint) bool { return p.Kind != "http" && p.Kind != "grpc" && p.Kind != "webhook" })
}

// closed reports whether the sources show that the network keeps a flow from
// getting to where it is meant to.
func (g *graph) closed(from, to *model.Element) bool {
	at := g.stands(position{id: from.ID})
	if at == "" || at == to.ID || !g.reach.Placed(to.ID) {
		return false
	}
	return g.reached(position{id: at})[to.ID] == nil
}

// configured reports whether the settings of what runs the actor name e and
// hold a secret: with the two, whoever runs code there may log in.
func (a *attempt) configured(e *model.Element) bool {
	names, secret := false, false
	for _, v := range a.settings(a.from.id) {
		secret = secret || v.Sensitive || saysSecret(v.Name)
		if slices.Contains(v.RefersTo, e.ID) {
			names = true
			a.evidence = append(a.evidence, v.Value.Evidence...)
		}
	}
	return names && secret
}

// leadsIn reports whether acting on e brings the actor to a place in a network.
// What runs as the actor is there already.
func (a *attempt) leadsIn(e *model.Element) bool {
	return a.stands(position{id: e.ID}) != "" && (a.role() == nil || a.role().ID != a.from.id)
}

// settings are those of an element, of what it is part of, and of what it is
// made from.
func (g *graph) settings(id string) []model.EnvVar {
	var list []model.EnvVar
	for e := range g.Around(g.Elements[id]) {
		list = append(list, e.Environment...)
		for _, m := range g.members[e.ID] {
			if strings.HasPrefix(m.Kind, "compute.") && strings.HasPrefix(e.Kind, "compute.") && e.Kind != "compute.batch" {
				list = append(list, m.Environment...)
			}
		}
	}
	return list
}

// overNetwork notes the way that a step takes through the network.
func (a *attempt) overNetwork(e *edge, r *topology.Reached) {
	e.step.Evidence = append(e.step.Evidence, r.Evidence...)
	e.over = append(append(e.over, r.To.ID), r.Through...)
	if r.State == model.Unknown {
		e.certain = false
		e.step.Assumes = append(e.step.Assumes, fmt.Sprintf("the network lets %s connect to %s", a.from.id, r.To.ID))
	}
	// What a program is set up to use it has to get at.
	if len(r.Evidence) > 0 && !a.t.Where.Configured {
		e.rests = append(e.rests, ground{
			id: "network " + a.stands(a.from) + " " + r.To.ID, change: fmt.Sprintf("keep %s from connecting to %s", a.from.id, r.To.ID), location: r.Evidence[0].Location,
		})
	}
}

// addOpeners finds out what opens what: a secret that names a store or that one
// of its arguments names, a machine's key, and where copies of these lie.
func (w *world) addOpeners() {
	w.opens = map[string][]*model.Element{}
	copies := map[string][]*model.Element{}
	for _, e := range w.sys.Elements {
		for _, r := range e.References {
			to := w.Elements[r.To]
			switch {
			case to == nil || !holdsSecrets(e):
			case to.Kind == "secret_store":
				copies[to.ID] = append(copies[to.ID], e)
			case e.Kind == "secret_store" && strings.HasPrefix(to.Kind, "store."):
				w.opensWith(to, e)
			}
		}
	}
	for _, e := range w.sys.Elements {
		for _, r := range e.References {
			if to := w.Elements[r.To]; to != nil && to.Kind == "secret_store" && opening(r.Attribute) {
				w.opensWith(e, append([]*model.Element{to}, copies[to.ID]...)...)
			}
		}
	}
}

func (w *world) opensWith(e *model.Element, with ...*model.Element) {
	for _, k := range with {
		if k != e && !slices.Contains(w.opens[e.ID], k) {
			w.opens[e.ID] = append(w.opens[e.ID], k)
			w.valued(k.ID)
		}
	}
}

// holdsSecrets reports whether a copy of a secret in e is one that can be read.
func holdsSecrets(e *model.Element) bool { return e.Kind == "secret_store" || e.Kind == "store.object" }

// openingWords are what an argument's name says that takes what opens its
// element.
var openingWords = []string{"password", "key_name", "auth_token", "ssh_key"}

func opening(argument string) bool {
	return slices.ContainsFunc(openingWords, func(word string) bool { return strings.Contains(argument, word) })
}
