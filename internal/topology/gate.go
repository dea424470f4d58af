package topology

import (
	"cmp"
	"net/netip"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// gate asks an element's network rules who may connect, and those around its
// subnets. The level is empty where nobody from outside may.
func (w *world) gate(e *model.Element) way {
	best := way{}
	for _, d := range w.doors(e) {
		if found := w.past(e, d); found.level != "" {
			best = choose(best, found.way)
		}
	}
	return best
}

// door is what one rule opens: to whom, by which protocol and on which ports.
type door struct {
	way
	from     netip.Prefix
	protocol string
	ports    []span
}

// doors lists what the rule sets that stand on an element itself open.
func (w *world) doors(e *model.Element) []door {
	var list []door
	rules := w.rulesOf(e.Network.Groups)
	for _, r := range rules {
		list = append(list, opened(r, rules, e.Network.Ports)...)
	}
	switch {
	case e.Network.Partial:
		list = append(list, everybody(model.Unknown, e.Network.Ports))
	case len(e.Network.Groups) == 0 && (ungated(e) || len(w.filters(e)) > 0):
		// A gateway without rule sets lets everyone in: its kind has none, or
		// gets those of its network.
		list = append(list, everybody(model.Known, e.Network.Ports))
	}
	return list
}

func everybody(s model.State, ports []int) door {
	return door{way: way{level: model.ExposureInternet, state: s}, from: allIPv4, protocol: "any", ports: within(allPorts(), ports)}
}

func (w *world) rulesOf(groups []string) []model.NetworkRule {
	var rules []model.NetworkRule
	for _, id := range groups {
		if group := w.index.Elements[id]; group != nil {
			rules = append(rules, group.Rules...)
		}
	}
	slices.SortStableFunc(rules, func(a, b model.NetworkRule) int { return cmp.Compare(a.Priority, b.Priority) })
	return rules
}

// opened lists what a rule opens that none before it denies.
func opened(r model.NetworkRule, rules []model.NetworkRule, ports []int) []door {
	if r.Direction != "in" || !r.Allow {
		return nil
	}
	var list []door
	for _, cidr := range r.CIDRs {
		from, err := netip.ParsePrefix(cidr)
		if err != nil || private(cidr) && !anywhere(cidr) {
			continue
		}
		level := model.ExposurePartner
		if anywhere(cidr) {
			level = model.ExposureInternet
		}
		d := door{way: way{level: level, state: stateOf(r), chain: r.Evidence}, from: from, protocol: r.Protocol}
		list = append(list, d.before(r, rules, ports)...)
	}
	if len(list) == 0 && r.State == model.Unknown && !slices.ContainsFunc(r.CIDRs, anywhere) {
		d := door{way: way{level: model.ExposureInternet, state: model.Unknown, chain: r.Evidence}, from: allIPv4, protocol: r.Protocol}
		list = append(list, d.before(r, rules, ports)...)
	}
	return list
}

// before takes away what rules that stand before r deny.
func (d door) before(r model.NetworkRule, rules []model.NetworkRule, ports []int) []door {
	d.ports = within(portsOf(r), ports)
	for _, deny := range rules {
		if !deny.Allow && deny.Priority > 0 && deny.Priority < r.Priority && d.denied(deny) {
			d.ports = without(d.ports, portsOf(deny))
		}
	}
	if len(d.ports) == 0 {
		return nil
	}
	return []door{d}
}

// denied reports whether a rule certainly denies what a door lets in, on the
// ports that the rule is for.
func (d door) denied(r model.NetworkRule) bool {
	return !r.Allow && r.Direction == "in" && r.State == model.Known && (r.Protocol == "any" || r.Protocol == d.protocol) &&
		slices.ContainsFunc(r.CIDRs, func(cidr string) bool {
			p, err := netip.ParsePrefix(cidr)
			return err == nil && p.Bits() <= d.from.Bits() && p.Contains(d.from.Addr())
		})
}

// past asks what stands around the element's subnets about a door: one subnet
// whose filters all let it through is enough.
func (w *world) past(e *model.Element, d door) door {
	best := door{}
	asked := false
	for _, id := range e.Network.Subnets {
		sets := w.filtersOf(id)
		if len(sets) == 0 {
			return d
		}
		asked = true
		through := d
		for _, set := range sets {
			through = through.through(w.rulesOf([]string{set}))
		}
		if through.level != "" && (best.level == "" || through.better(best.way)) {
			best = through
		}
	}
	if !asked {
		return d
	}
	return best
}

// through asks one ordered rule set about a door. The first rule that fits
// decides, port by port; what none fits is denied.
func (d door) through(rules []model.NetworkRule) door {
	left := d.ports
	best := door{}
	for _, r := range rules {
		if r.Direction != "in" {
			continue
		}
		if d.denied(r) {
			left = without(left, portsOf(r))
			continue
		}
		inner, ok := d.admittedBy(r, left)
		if ok && (best.level == "" || inner.better(best.way)) {
			best = inner
		}
	}
	return best
}

// admittedBy is what an allowing rule leaves of a door.
func (d door) admittedBy(r model.NetworkRule, left []span) (door, bool) {
	if !r.Allow || d.protocol != "any" && r.Protocol != "any" && r.Protocol != d.protocol {
		return door{}, false
	}
	ports := overlap(left, portsOf(r))
	if len(ports) == 0 {
		return door{}, false
	}
	inner := door{way: d.way, from: d.from, protocol: d.protocol, ports: ports}
	inner.chain = slices.Concat(r.Evidence, d.chain)
	for _, cidr := range r.CIDRs {
		p, err := netip.ParsePrefix(cidr)
		if err != nil || !p.Overlaps(d.from) {
			continue
		}
		if !anywhere(cidr) && ranks[inner.level] > ranks[model.ExposurePartner] {
			if private(cidr) {
				continue
			}
			inner.level = model.ExposurePartner
		}
		inner.state = weakest(d.state, stateOf(r))
		return inner, true
	}
	inner.state = model.Unknown
	return inner, r.State == model.Unknown && !slices.ContainsFunc(r.CIDRs, anywhere)
}

// filters lists the rule sets around the subnets of an element.
func (w *world) filters(e *model.Element) []string {
	var list []string
	for _, id := range e.Network.Subnets {
		list = append(list, w.filtersOf(id)...)
	}
	return list
}

// filtersOf lists the rule sets around a subnet: those it names, those that name
// it, and where there are none its network's own.
func (w *world) filtersOf(subnet string) []string {
	s := w.index.Elements[subnet]
	if s == nil || s.Network == nil {
		return w.acls[subnet]
	}
	list := slices.Concat(s.Network.Groups, w.acls[subnet])
	if len(list) == 0 && s.Network.VPC != "" {
		return w.acls[s.Network.VPC]
	}
	return list
}

// ungated are the kinds for which rule sets are optional; a machine without any
// gets its network's default one, which lets nobody in.
func ungated(e *model.Element) bool {
	return strings.HasPrefix(e.Kind, "gateway.") || strings.HasPrefix(e.Kind, "store.search") ||
		e.Kind == "store.file" || e.Kind == "queue"
}

// choose returns the nearer of two ways; one without a level is none.
func choose(a, b way) way {
	if a.level == "" || b.level != "" && b.better(a) {
		return b
	}
	return a
}

// stateOf is known for a rule of which the part that matters is: who may
// connect. Other parts, such as a port, can still be unknown.
func stateOf(r model.NetworkRule) model.State {
	if r.State == model.Unknown && r.Protocol != "any" && r.FromPort < 0 {
		return model.Assumed
	}
	return model.Known
}

// lists adds the ranges of address lists to the rules that name the lists.
func (w *world) lists() {
	for _, e := range w.sys.Elements {
		for i := range e.Rules {
			r := &e.Rules[i]
			for _, id := range r.Groups {
				list := w.index.Elements[id]
				if list == nil {
					continue
				}
				f, has := list.Facts["allowed_cidrs"]
				switch {
				case has && f.Known():
					r.CIDRs = append(slices.Clone(r.CIDRs), f.Strings()...)
					r.Evidence = append(slices.Clone(r.Evidence), f.Evidence...)
				case has:
					r.State = model.Unknown
				}
			}
		}
	}
}
