package topology

import (
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// Compute fills in zones, exposures, controls on the way in, latent elements,
// crossings of flows and inferred data assets. It changes sys in place. Data that
// fits one of the further categories is of that one.
func Compute(sys *model.System, further ...*Category) {
	m := &world{sys: sys, index: sys.Index(), ways: map[string][]way{}, more: further}
	m.group()
	m.inside = newReach(m)
	m.placeInZones()
	m.directWays()
	m.spread()
	m.conclude()
	m.latent()
	m.dangling()
	m.crossings()
	m.inferData()
	sys.Sort()
}

// world is the system with what is worked out on the way.
type world struct {
	sys   *model.System
	index *model.Index
	// entries by element, routes and flows by where they start.
	entries map[string][]*model.EntryPoint
	routes  map[string][]*model.Flow
	events  map[string][]*model.Flow
	parts   map[string][]*model.Element
	users   map[string][]*model.Element // elements by the rule set they use
	lists   map[string][]string         // rule sets by the subnet that they name as guarded
	flows   map[string]*model.Flow      // by id
	ways    map[string][]way
	inside  *Reach
	more    []*Category
}

// group builds the tables that the steps share.
func (w *world) group() {
	w.entries = map[string][]*model.EntryPoint{}
	w.routes, w.events = map[string][]*model.Flow{}, map[string][]*model.Flow{}
	w.parts, w.users = map[string][]*model.Element{}, map[string][]*model.Element{}
	w.flows = map[string]*model.Flow{}
	w.listSubnets()
	for _, e := range w.sys.EntryPoints {
		w.entries[e.Element] = append(w.entries[e.Element], e)
	}
	for _, f := range w.sys.Flows {
		w.flows[f.From+" -> "+f.To] = f
		switch f.Protocol {
		case "route":
			w.routes[f.From] = append(w.routes[f.From], f)
		case "event":
			w.events[f.From] = append(w.events[f.From], f)
		}
	}
	for _, e := range w.sys.Elements {
		if e.PartOf != "" {
			w.parts[e.PartOf] = append(w.parts[e.PartOf], e)
		}
		if e.Network == nil {
			continue
		}
		for _, g := range slices.Concat(e.Network.Groups, w.around(e)) {
			if !slices.Contains(w.users[g], e) {
				w.users[g] = append(w.users[g], e)
			}
		}
	}
}

// listSubnets notes which rule sets say themselves which subnets they guard.
func (w *world) listSubnets() {
	w.lists = map[string][]string{}
	for _, e := range w.sys.Elements {
		if e.Kind != "network.rule" || e.Network == nil {
			continue
		}
		for _, id := range e.Network.Subnets {
			w.lists[id] = append(w.lists[id], e.ID)
		}
	}
}

// around are the rule sets of an element's subnets, through which its callers
// have to pass as well. A subnet may name them, or they it.
func (w *world) around(e *model.Element) []string {
	var groups []string
	if e.Kind == "network.rule" {
		return nil
	}
	for _, id := range e.Network.Subnets {
		s := w.index.Elements[id]
		if s == e {
			continue
		}
		if s != nil && s.Network != nil {
			groups = append(groups, s.Network.Groups...)
		}
		groups = append(groups, w.lists[id]...)
	}
	return groups
}
