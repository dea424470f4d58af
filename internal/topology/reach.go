package topology

import (
	"fmt"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// Reach answers what can be reached over the network from a place inside it:
// by rule sets of both ends, those around their subnets, the routes between
// networks that are joined, and what gateways pass on. Elements in the same
// subnets and rule sets are one place, so that places are compared and never all
// pairs of elements.
type Reach struct {
	*world
	places []*place
	at     map[string]*place
	// joins are the connections between networks, doors those of each network.
	joins    []*model.Element
	doors    map[string][]*model.Element
	networks []netip.Prefix
	known    map[question][]Reached
	guards   map[string][]string             // rule sets by the subnets that they are around
	ordered  map[*string][]model.NetworkRule // by the first of a list of rule sets
}

// question is from where, and over which ports.
type question struct {
	from  *place
	ports string
}

// Reached is an element that a place reaches.
type Reached struct {
	To *model.Element
	// State is known where the sources show the way, and unknown where they
	// leave open whether there is one.
	State    model.State
	Evidence []model.Evidence
	// Through lists the gateways that pass the connection on.
	Through []string
}

// place is what elements have in common that stand alike in the network.
type place struct {
	vpc             string
	subnets, groups []string
	ports           []int
	partial         bool
	open            bool   // lets in whom no rule set keeps out
	store           bool   // has an address in the network, and need not be in a rule set
	via             string // for another network: what joins it to ours
	ranges          []netip.Prefix
	elements        []*model.Element
}

// NewReach sorts the elements of a system into places.
func NewReach(sys *model.System) *Reach {
	w := &world{sys: sys, index: sys.Index(), ways: map[string][]way{}}
	w.group()
	return newReach(w)
}

func newReach(w *world) *Reach {
	r := &Reach{
		world: w,
		at:    map[string]*place{}, doors: map[string][]*model.Element{}, known: map[question][]Reached{}, ordered: map[*string][]model.NetworkRule{}, guards: map[string][]string{},
	}
	byKey := map[string]*place{}
	for _, e := range w.sys.Elements {
		switch {
		case e.Kind == "network.vpc":
			r.networks = append(r.networks, r.rangesOf(e.ID)...)
		case e.Kind == "network.peering":
			r.addJoin(e)
		}
		if e.Fact("partner_network").True() {
			r.addOutside(e)
		} else if answers(e) {
			r.add(e, byKey)
		}
	}
	return r
}

func (r *Reach) add(e *model.Element, byKey map[string]*place) {
	p := r.placeOf(e)
	if p.vpc == "" {
		return
	}
	key := p.key()
	if byKey[key] == nil {
		byKey[key] = p
		r.places = append(r.places, p)
	}
	byKey[key].elements = append(byKey[key].elements, e)
	r.at[e.ID] = byKey[key]
}

// answers reports whether an element stands in a network to be talked to.
func answers(e *model.Element) bool {
	if e.Network == nil {
		return false
	}
	family, _, _ := strings.Cut(e.Kind, ".")
	switch family {
	case "compute", "store", "gateway", "queue", "stream":
		return true
	}
	return e.Kind == "k8s.cluster" || e.Kind == "network.endpoint" && len(e.Network.Targets) > 0
}

func (r *Reach) placeOf(e *model.Element) *place {
	n := e.Network
	p := &place{
		vpc: n.VPC, subnets: slices.Sorted(slices.Values(n.Subnets)), groups: slices.Sorted(slices.Values(n.Groups)),
		ports: n.Ports, partial: n.Partial, open: ungated(e), store: strings.HasPrefix(e.Kind, "store."),
	}
	for _, id := range slices.Concat(p.subnets, p.groups) {
		if around := r.index.Elements[id]; p.vpc == "" && around != nil && around.Network != nil {
			p.vpc = around.Network.VPC
		}
	}
	for _, id := range p.subnets {
		p.ranges = append(p.ranges, r.rangesOf(id)...)
	}
	if len(p.ranges) == 0 {
		p.ranges = r.rangesOf(p.vpc)
	}
	return p
}

func (p *place) key() string {
	key := p.vpc + "|" + strings.Join(p.subnets, ",") + "|" + strings.Join(p.groups, ",")
	for _, port := range p.ports {
		key += "|" + strconv.Itoa(port)
	}
	if p.partial {
		key += "|partial"
	}
	if p.open {
		key += "|open"
	}
	if p.store {
		key += "|store"
	}
	return key
}

// rangesOf are the addresses that a network or subnet gives.
func (r *Reach) rangesOf(id string) []netip.Prefix {
	e := r.index.Elements[id]
	if e == nil || !e.Fact("address_ranges").Known() {
		return nil
	}
	var list []netip.Prefix
	for _, text := range e.Fact("address_ranges").Strings() {
		if prefix, err := netip.ParsePrefix(text); err == nil {
			list = append(list, prefix)
		}
	}
	return list
}

// Placed reports whether the element with an id has a place in a network.
func (r *Reach) Placed(id string) bool { return r.at[id] != nil }

// From lists what the element with an id reaches, what is next to it first. What
// the sources close is not in it. It is nil for what has no place in a network.
func (r *Reach) From(id string) []Reached { return r.Over(id, nil) }

// Over is From for connections to one of some ports, whatever ports an element
// is there to serve.
func (r *Reach) Over(id string, ports []int) []Reached {
	from := r.at[id]
	if from == nil {
		return nil
	}
	q := question{from, fmt.Sprint(ports)}
	if list, ok := r.known[q]; ok {
		return list
	}
	list := []Reached{}
	for _, to := range r.places {
		verdict := r.between(from, to, ports)
		if !verdict.open {
			continue
		}
		for _, e := range to.elements {
			list = append(list, Reached{To: e, State: verdict.state, Evidence: verdict.evidence})
		}
	}
	if ports == nil {
		list = r.passedOn(list)
	}
	r.known[q] = list
	return list
}

// passedOn adds what gateways that are reached pass connections on to.
func (r *Reach) passedOn(list []Reached) []Reached {
	at := map[string]int{}
	for i, known := range list {
		at[known.To.ID] = i
	}
	for i := 0; i < len(list); i++ {
		gate := list[i]
		if !forwards(gate.To) && gate.To.Kind != "network.endpoint" {
			continue
		}
		for _, id := range gate.To.Network.Targets {
			next, open := r.onward(gate, r.index.Elements[id])
			if !open {
				continue
			}
			if j, ok := at[id]; !ok {
				at[id] = len(list)
				list = append(list, next)
			} else if certainty(next.State) > certainty(list[j].State) && j > i {
				list[j] = next
			}
		}
	}
	return list
}

// onward is the way from a gateway to one that it passes connections to. What
// has no place in a network is called through the cloud's own interface.
func (r *Reach) onward(gate Reached, to *model.Element) (Reached, bool) {
	if to == nil || !serves(to) || len(gate.Through) >= maxDepth {
		return Reached{}, false
	}
	p := free()
	if a, b := r.at[gate.To.ID], r.at[to.ID]; a != nil && b != nil && gate.To.Kind != "network.endpoint" {
		p = r.between(a, b, nil)
	}
	p = passage{open: true, state: gate.State, evidence: gate.Evidence}.then(free(r.evidenceOf(gate.To.ID, to.ID)...)).then(p)
	through := append(slices.Clone(gate.Through), gate.To.ID)
	return Reached{To: to, State: p.state, Evidence: p.evidence, Through: through}, p.open
}
