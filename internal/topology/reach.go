package topology

import (
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// Reach answers what can be reached over the network from a place inside it:
// by rule sets of both ends, those around their subnets, and the routes between
// networks that are joined. Elements in the same subnets and rule sets are one
// place, so that places are compared and never all pairs of elements.
type Reach struct {
	*world
	places []*place
	at     map[string]*place
	// joins are the connections between networks.
	joins []*model.Element
	known map[*place][]Reached
}

// Reached is an element that a place reaches.
type Reached struct {
	To *model.Element
	// State is known where the sources show the way, and unknown where they
	// leave open whether there is one.
	State    model.State
	Evidence []model.Evidence
}

// place is what elements have in common that stand alike in the network.
type place struct {
	vpc             string
	subnets, groups []string
	ports           []int
	partial         bool
	open            bool // lets in whom no rule set keeps out
	ranges          []netip.Prefix
	elements        []*model.Element
}

// NewReach sorts the elements of a system into places.
func NewReach(sys *model.System) *Reach {
	r := &Reach{world: &world{sys: sys, index: sys.Index(), ways: map[string][]way{}}, at: map[string]*place{}, known: map[*place][]Reached{}}
	r.group()
	byKey := map[string]*place{}
	for _, e := range sys.Elements {
		if e.Kind == "network.peering" {
			r.joins = append(r.joins, e)
		}
		if !answers(e) {
			continue
		}
		p := r.placeOf(e)
		if p.vpc == "" {
			continue
		}
		key := p.key()
		if byKey[key] == nil {
			byKey[key] = p
			r.places = append(r.places, p)
		}
		byKey[key].elements = append(byKey[key].elements, e)
		r.at[e.ID] = byKey[key]
	}
	return r
}

// answers reports whether an element stands in a network to be talked to.
func answers(e *model.Element) bool {
	return e.Network != nil && (strings.HasPrefix(e.Kind, "compute.") || strings.HasPrefix(e.Kind, "store.") || strings.HasPrefix(e.Kind, "gateway."))
}

func (r *Reach) placeOf(e *model.Element) *place {
	n := e.Network
	p := &place{
		vpc: n.VPC, subnets: slices.Sorted(slices.Values(n.Subnets)), groups: slices.Sorted(slices.Values(n.Groups)),
		ports: n.Ports, partial: n.Partial, open: ungated(e),
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

// From lists what the element with an id reaches, in order of the model.
// What the sources close is not in it.
func (r *Reach) From(id string) []Reached {
	from := r.at[id]
	if from == nil {
		return nil
	}
	if list, ok := r.known[from]; ok {
		return list
	}
	list := []Reached{}
	for _, to := range r.places {
		verdict := r.between(from, to)
		if !verdict.open {
			continue
		}
		for _, e := range to.elements {
			list = append(list, Reached{To: e, State: verdict.state, Evidence: verdict.evidence})
		}
	}
	r.known[from] = list
	return list
}

// passage is whether a way is open, how surely, and what proves it.
type passage struct {
	open     bool
	state    model.State
	evidence []model.Evidence
}

// then is the passage through one and another.
func (p passage) then(q passage) passage {
	if !p.open || !q.open {
		return passage{}
	}
	return passage{open: true, state: weakest(p.state, q.state), evidence: slices.Concat(p.evidence, q.evidence)}
}

func free(evidence ...model.Evidence) passage {
	return passage{open: true, state: model.Known, evidence: evidence}
}

func perhaps() passage { return passage{open: true, state: model.Unknown} }

// between goes over routes, the rule sets that stand on both ends, and those
// around their subnets.
func (r *Reach) between(from, to *place) passage {
	p := r.routed(from, to)
	if !p.open {
		return p
	}
	p = r.entering(from, to).then(p).then(r.leaving(from, to))
	if !p.open || slices.Equal(from.subnets, to.subnets) && len(from.subnets) == 1 {
		return p
	}
	return p.then(r.ordered(from.subnets, "out", to, to.ports)).then(r.ordered(to.subnets, "in", from, to.ports))
}

// routed asks whether both ends are in one network, or in two that are joined
// and have routes to the join on both sides, so that answers come back.
func (r *Reach) routed(from, to *place) passage {
	if from.vpc == to.vpc {
		return free()
	}
	for _, join := range r.joins {
		if !refersTo(join, from.vpc) || !refersTo(join, to.vpc) {
			continue
		}
		if p := r.routeTo(from, join).then(r.routeTo(to, join)); p.open {
			return p
		}
	}
	return passage{}
}

func refersTo(e *model.Element, id string) bool {
	return slices.ContainsFunc(e.References, func(ref model.Reference) bool { return ref.To == id })
}

// routeTo finds the route of a place's subnets, or else of its network, to
// where networks are joined. Without knowledge of the subnets it is open whether
// any has a route.
func (r *Reach) routeTo(p *place, join *model.Element) passage {
	if len(p.subnets) == 0 {
		return perhaps()
	}
	for _, id := range p.subnets {
		table := r.routes[id]
		if len(table) == 0 {
			table = r.routes[p.vpc]
		}
		for _, f := range table {
			if f.To == join.ID {
				return free(f.Evidence...)
			}
		}
	}
	return passage{}
}

// entering asks the rule sets on the target.
func (r *Reach) entering(from, to *place) passage {
	switch p := r.any(to.groups, "in", from, to.ports); {
	case p.open && p.state == model.Known:
		return p
	case to.partial:
		return perhaps()
	case len(to.groups) == 0 && to.open:
		return free()
	default:
		return p
	}
}

// leaving asks the rule sets on the start. Where none of their rules is about
// the way out, the sources do not tell: clouds differ in what then holds.
func (r *Reach) leaving(from, to *place) passage {
	for _, rule := range r.rulesOf(from.groups) {
		if rule.Direction == "out" {
			return r.any(from.groups, "out", to, to.ports)
		}
	}
	return passage{open: true, state: model.Assumed}
}

// any is the best passage that one of the rules gives.
func (r *Reach) any(groups []string, direction string, other *place, ports []int) passage {
	best := passage{}
	for _, rule := range r.rulesOf(groups) {
		if rule.Direction != direction || !rule.Allow || !connects(rule, ports) {
			continue
		}
		p := meets(rule, other)
		if p.open && (!best.open || certainty(p.state) > certainty(best.state)) {
			best = p
		}
	}
	return best
}

func (r *Reach) rulesOf(groups []string) []model.NetworkRule {
	var rules []model.NetworkRule
	for _, id := range groups {
		if g := r.index.Elements[id]; g != nil {
			rules = append(rules, g.Rules...)
		}
	}
	return rules
}

// ordered asks the rule sets around subnets, of which the first rule that is
// about the connection decides.
func (r *Reach) ordered(subnets []string, direction string, other *place, ports []int) passage {
	groups := r.around(&model.Element{Network: &model.Network{Subnets: subnets}})
	if len(groups) == 0 {
		return free()
	}
	rules := r.rulesOf(groups)
	slices.SortStableFunc(rules, func(a, b model.NetworkRule) int { return a.Priority - b.Priority })
	unsure := false
	for _, rule := range rules {
		if rule.Direction != direction || !connects(rule, ports) {
			continue
		}
		switch p := meets(rule, other); {
		case p.open && p.state != model.Known:
			unsure = true
		case p.open && rule.Allow && unsure:
			return perhaps()
		case p.open && rule.Allow:
			return p
		case p.open && unsure:
			return perhaps()
		case p.open:
			return passage{}
		}
	}
	if unsure {
		return perhaps()
	}
	return passage{}
}

// connects reports whether a rule is about connections, which is how stores and
// machines are talked to.
func connects(rule model.NetworkRule, ports []int) bool {
	return rule.Protocol != "udp" && covers(rule, ports)
}

// meets asks whether a rule is about the other end: it names one of its rule
// sets, or addresses that all of its own lie in.
func meets(rule model.NetworkRule, other *place) passage {
	for _, g := range rule.Groups {
		if slices.Contains(other.groups, g) {
			return free(rule.Evidence...)
		}
	}
	unsure := rule.State == model.Unknown || len(rule.Groups) > 0 && other.partial
	for _, text := range rule.CIDRs {
		prefix, err := netip.ParsePrefix(text)
		switch {
		case err != nil:
		case prefix.Bits() == 0 && prefix.Addr().Is4():
			return free(rule.Evidence...)
		case len(other.ranges) == 0:
			unsure = true
		case !slices.ContainsFunc(other.ranges, func(o netip.Prefix) bool { return !within(o, prefix) }):
			return free(rule.Evidence...)
		case slices.ContainsFunc(other.ranges, prefix.Overlaps):
			unsure = true
		}
	}
	if unsure {
		return perhaps()
	}
	return passage{}
}

func within(inner, outer netip.Prefix) bool {
	return outer.Bits() <= inner.Bits() && outer.Contains(inner.Addr())
}
