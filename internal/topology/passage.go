package topology

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

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
// around their subnets. Without ports the target's own count.
func (r *Reach) between(from, to *place, ports []int) passage {
	p := r.routed(from, to)
	if !p.open {
		return p
	}
	if ports == nil {
		ports = to.ports
	}
	p = r.entering(from, to, ports).then(p).then(r.leaving(from, to, ports))
	if !p.open || slices.Equal(from.subnets, to.subnets) && len(from.subnets) == 1 {
		return p
	}
	return p.then(r.passes(from.subnets, "out", to, ports)).then(r.passes(to.subnets, "in", from, ports))
}

// entering asks the rule sets on the target. Without any it is let alone by
// all, or in a default one that the sources may not show: that lets its members
// in, and nobody to a machine who is none.
func (r *Reach) entering(from, to *place, ports []int) passage {
	if len(to.groups) > 0 || to.partial {
		p := r.decide(to.groups, "in", from, ports)
		if to.partial && (!p.open || p.state != model.Known) {
			return perhaps()
		}
		return p
	}
	switch {
	case to.open, r.neighbourly(r.aroundSubnets(to.subnets), from):
		return free()
	case to.store || len(from.groups) == 0:
		return perhaps()
	}
	return passage{}
}

// leaving asks the rule sets on the start. Where none of their rules is about
// the way out, the sources do not tell: clouds differ in what then holds.
func (r *Reach) leaving(from, to *place, ports []int) passage {
	if len(from.groups) == 0 && !from.partial {
		return free()
	}
	for _, rule := range r.rulesOf(from.groups) {
		if rule.Direction == "out" || r.neighbourly(from.groups, to) {
			return r.decide(from.groups, "out", to, ports)
		}
	}
	return passage{open: true, state: model.Assumed}
}

// rulesOf are the rules of rule sets in their order, put together once for each
// list of rule sets.
func (r *Reach) rulesOf(groups []string) []model.NetworkRule {
	if len(groups) == 0 {
		return nil
	}
	if known, ok := r.ordered[&groups[0]]; ok {
		return known
	}
	var rules []model.NetworkRule
	for _, id := range groups {
		if g := r.index.Elements[id]; g != nil {
			rules = append(rules, g.Rules...)
		}
	}
	slices.SortStableFunc(rules, func(a, b model.NetworkRule) int { return a.Priority - b.Priority })
	r.ordered[&groups[0]] = rules
	return rules
}

// passes asks the rule sets around subnets; where there are none, all may pass.
func (r *Reach) passes(subnets []string, direction string, other *place, ports []int) passage {
	groups := r.aroundSubnets(subnets)
	if len(groups) == 0 {
		return free()
	}
	return r.decide(groups, direction, other, ports)
}

// aroundSubnets are the rule sets around subnets, the same list each time.
func (r *Reach) aroundSubnets(ids []string) []string {
	key := strings.Join(ids, ",")
	known, ok := r.guards[key]
	if !ok {
		known = r.around(&model.Element{Network: &model.Network{Subnets: ids}})
		r.guards[key] = known
	}
	return known
}

// decide goes over the rules of rule sets in their order, of which the first
// that is about the connection decides. Where they have no order all of them
// allow.
func (r *Reach) decide(groups []string, direction string, other *place, ports []int) passage {
	rules := r.rulesOf(groups)
	allowed, denied := false, false // perhaps
	for i := range rules {
		rule := &rules[i]
		if rule.Direction != direction || !connects(*rule, ports) || !rule.Allow && !whole(*rule, ports) {
			continue
		}
		switch p := r.meets(*rule, other); {
		case !p.open:
		case p.state != model.Known:
			allowed, denied = allowed || rule.Allow, denied || !rule.Allow
		case !rule.Allow && !allowed:
			return passage{}
		case !rule.Allow || denied:
			return perhaps()
		default:
			return p
		}
	}
	if allowed || denied && r.neighbourly(groups, other) {
		return perhaps()
	}
	if r.neighbourly(groups, other) {
		return free()
	}
	return passage{}
}

// neighbourly reports whether one of the rule sets ends with letting everything
// in the networks that are joined talk to each other.
func (r *Reach) neighbourly(groups []string, other *place) bool {
	return other.via == "" && slices.ContainsFunc(groups, func(id string) bool {
		g := r.index.Elements[id]
		return g != nil && g.Fact("neighbours_let_in").True()
	})
}

// connects reports whether a rule is about connections, which is how stores and
// machines are talked to.
func connects(rule model.NetworkRule, ports []int) bool {
	return rule.Protocol != "udp" && covers(rule, ports)
}

// whole reports whether a rule is about every port that counts: a rule against
// some of the ports of a machine leaves the others.
func whole(rule model.NetworkRule, ports []int) bool {
	return len(ports) > 0 || rule.Protocol == "any" || rule.FromPort <= 0 && rule.ToPort >= 65535
}

// meets asks whether a rule is about the other end: it names one of its rule
// sets, or addresses that all of its own lie in.
func (r *Reach) meets(rule model.NetworkRule, other *place) passage {
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
			unsure = unsure || other.via == "" || !r.ours(prefix)
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

// ours reports whether a range lies in a network of the system.
func (r *Reach) ours(prefix netip.Prefix) bool {
	return slices.ContainsFunc(r.networks, func(n netip.Prefix) bool { return within(prefix, n) })
}

func within(inner, outer netip.Prefix) bool {
	return outer.Bits() <= inner.Bits() && outer.Contains(inner.Addr())
}
