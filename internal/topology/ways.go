package topology

import (
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// way is one way in to an element.
type way struct {
	level string
	state model.State
	chain []model.Evidence
	// through lists the elements passed, outermost first.
	through []string
	// fed is true where callers do not get in themselves: what they put into a
	// store or queue does.
	fed bool
}

// ranks orders the levels from far to near.
var ranks = map[string]int{
	model.ExposureNone: 0, model.ExposurePrivileged: 1, model.ExposureInternal: 2,
	model.ExposurePartner: 3, model.ExposureAuthenticated: 4, model.ExposureInternet: 5,
}

// better reports whether a exposes more, or as much with more certainty.
func (a way) better(b way) bool {
	if ranks[a.level] != ranks[b.level] {
		return ranks[a.level] > ranks[b.level]
	}
	return certainty(a.state) > certainty(b.state)
}

func certainty(s model.State) int {
	switch s {
	case model.Known:
		return 2
	case model.Assumed:
		return 1
	}
	return 0
}

// directWays finds the ways in that an element has by itself.
func (w *world) directWays() {
	for _, e := range w.sys.Elements {
		w.ways[e.ID] = append(w.ways[e.ID], w.own(e)...)
	}
}

// everyone are the facts by which an element lets everyone in without a network
// deciding about it.
var everyone = []string{"public_read", "public_write", "public_invoke"}

func (w *world) own(e *model.Element) []way {
	var list []way
	for _, name := range everyone {
		if e.Fact("public_network_access").False() {
			break // whom rights let in, the network does not
		}
		if f, ok := e.Facts[name]; ok && !f.False() {
			list = append(list, byFact(f, model.ExposureInternet))
		}
	}
	if f, ok := e.Facts["url_authn"]; ok {
		level := model.ExposureAuthenticated
		if f.Is("none") {
			level = model.ExposureInternet
		}
		list = append(list, byFact(f, level))
		return list
	}
	switch {
	case e.Kind == "dns.zone" || e.Kind == "dns.record":
		list = append(list, way{level: model.ExposureInternet, state: model.Known})
	case e.Kind == "k8s.cluster":
		list = append(list, w.listed(e)...)
	case e.Kind == "gateway.api" || e.Kind == "gateway.cdn":
		list = append(list, w.gateway(e)...)
	case e.Network != nil:
		list = append(list, w.byAddress(e)...)
	}
	return list
}

// byFact is a way that a fact opens; an unknown one opens it perhaps.
func byFact(f model.Fact, level string) way {
	if !f.Known() && f.State != model.Assumed {
		return way{level: model.ExposureInternal, state: model.Unknown, chain: f.Evidence}
	}
	return way{level: level, state: f.State, chain: f.Evidence}
}

// gateway is the way through a gateway that has no network rules of its own.
func (w *world) gateway(e *model.Element) []way {
	if e.Network == nil || e.Network.PublicAddress.False() {
		return nil
	}
	found := byFact(e.Network.PublicAddress, model.ExposureInternet)
	if ranks[found.level] == ranks[model.ExposureInternet] && w.allSignedIn(e.ID) {
		found.level = model.ExposureAuthenticated
	}
	return []way{found}
}

// allSignedIn reports whether an element has ways in and each asks who calls.
func (w *world) allSignedIn(id string) bool {
	entries := w.entries[id]
	return len(entries) > 0 && !slices.ContainsFunc(entries, func(e *model.EntryPoint) bool {
		return !e.Authn.Known() || e.Authn.Is("none") || e.Authn.Is("")
	})
}

// listed is the way to a control plane that asks callers for credentials and
// may limit their addresses.
func (w *world) listed(e *model.Element) []way {
	public := e.Fact("public_network_access")
	if public.False() {
		return nil
	}
	found := byFact(public, model.ExposureAuthenticated)
	if cidrs := e.Fact("allowed_cidrs"); cidrs.Known() && !slices.ContainsFunc(cidrs.Strings(), anywhere) {
		found.level = model.ExposurePartner
		found.chain = append(slices.Clone(found.chain), cidrs.Evidence...)
	}
	return []way{found}
}

// byAddress is the way over a public address that network rules open.
func (w *world) byAddress(e *model.Element) []way {
	public := w.publicAddress(e)
	if public.False() || public.State == "" {
		return nil
	}
	gate := w.gate(e)
	if gate.level == "" {
		return nil
	}
	route, open := w.route(e)
	if !open {
		return nil
	}
	found := way{level: gate.level, state: weakest(public.State, gate.state)}
	found.chain = slices.Concat(route, gate.chain, public.Evidence)
	if found.state == model.Unknown {
		found.level = model.ExposureInternal
	} else if ranks[found.level] == ranks[model.ExposureInternet] && e.Kind == "gateway.lb" && w.allSignedIn(e.ID) {
		found.level = model.ExposureAuthenticated
	}
	return []way{found}
}

// publicAddress is what the element says of its address or, where it leaves that
// to its subnets, what they say.
func (w *world) publicAddress(e *model.Element) model.Fact {
	own := e.Network.PublicAddress
	if own.State != model.Unknown || own.Reason != subnetDecides {
		return own
	}
	answer := own
	for _, id := range e.Network.Subnets {
		if subnet := w.index.Elements[id]; subnet != nil {
			answer = subnet.Fact("public_addresses")
		}
		if answer.True() {
			return answer
		}
	}
	return answer
}

// subnetDecides is the reason of an address that the element leaves open.
const subnetDecides = "its subnet decides"

func weakest(a, b model.State) model.State {
	if certainty(b) < certainty(a) {
		return b
	}
	return a
}

// route returns the evidence of a route to the internet. open is false only
// where the sources show that there is none.
func (w *world) route(e *model.Element) (chain []model.Evidence, open bool) {
	closed := 0
	for _, id := range e.Network.Subnets {
		subnet := w.index.Elements[id]
		if subnet == nil {
			continue
		}
		switch open, certain := w.internetRoute(subnet); {
		case open:
			return w.routeEvidence(subnet), true
		case certain:
			closed++
		}
	}
	return nil, closed == 0 || closed < len(e.Network.Subnets)
}

func (w *world) routeEvidence(subnet *model.Element) []model.Evidence {
	table := w.routes[subnet.ID]
	if len(table) == 0 && subnet.Network != nil {
		table = w.routes[subnet.Network.VPC]
	}
	for _, f := range table {
		if g := w.index.Elements[f.To]; g != nil && g.Fact("public_network_access").True() {
			return append([]model.Evidence{{Location: g.Location, Address: g.ID, Note: "internet gateway"}}, f.Evidence...)
		}
	}
	return nil
}

// gate asks an element's network rules who may connect, and those around its
// subnets. The level is empty where nobody from outside may.
func (w *world) gate(e *model.Element) way {
	own, around := w.ownGate(e), w.around(e)
	if len(around) == 0 {
		return own
	}
	outer := w.admitted(around, e.Network.Ports)
	if len(e.Network.Groups) == 0 && !e.Network.Partial {
		return outer
	}
	if own.level == "" || outer.level == "" {
		return way{}
	}
	both := own
	if ranks[outer.level] < ranks[own.level] {
		both.level = outer.level
	}
	both.state = weakest(own.state, outer.state)
	both.chain = slices.Concat(outer.chain, own.chain)
	return both
}

// ownGate asks the rule sets that stand on an element itself.
func (w *world) ownGate(e *model.Element) way {
	best := w.admitted(e.Network.Groups, e.Network.Ports)
	if e.Network.Partial && ranks[best.level] < ranks[model.ExposureInternet] {
		best = choose(best, way{level: model.ExposureInternet, state: model.Unknown})
	}
	if cidrs := e.Fact("allowed_cidrs"); cidrs.Known() {
		best = choose(best, listedWay(cidrs))
	}
	// A gateway without rule sets lets everyone in: its kind has none, or gets
	// those of its network.
	if len(e.Network.Groups) == 0 && !e.Network.Partial && ungated(e) {
		best = choose(best, way{level: model.ExposureInternet, state: model.Known})
	}
	return best
}

// listedWay is the way in for the addresses on an element's own list.
func listedWay(cidrs model.Fact) way {
	c := way{state: model.Known, chain: cidrs.Evidence}
	for _, cidr := range cidrs.Strings() {
		switch {
		case anywhere(cidr):
			c.level = model.ExposureInternet
			return c
		case !private(cidr):
			c.level = model.ExposurePartner
		}
	}
	return c
}

// choose returns the nearer of two ways; one without a level is none.
func choose(a, b way) way {
	if a.level == "" || b.level != "" && b.better(a) {
		return b
	}
	return a
}

// admitted says from how far away rule sets that count together let callers in.
func (w *world) admitted(groups []string, ports []int) way {
	var rules []model.NetworkRule
	for _, id := range groups {
		if group := w.index.Elements[id]; group != nil {
			rules = append(rules, group.Rules...)
		}
	}
	best := way{}
	for _, r := range rules {
		if c := admits(r, ports); c.level != "" && !forestalled(r, rules) {
			best = choose(best, c)
		}
	}
	return best
}

// forestalled reports whether a rule comes to nothing because one that stands
// before it denies everything that it would let in.
func forestalled(r model.NetworkRule, rules []model.NetworkRule) bool {
	return slices.ContainsFunc(rules, func(d model.NetworkRule) bool {
		return !d.Allow && d.Direction == r.Direction && d.State == model.Known && d.Priority > 0 && d.Priority < r.Priority &&
			slices.ContainsFunc(d.CIDRs, anywhere) && (d.Protocol == "any" || d.Protocol == r.Protocol) &&
			(d.FromPort < 0 || d.FromPort <= r.FromPort && d.ToPort >= r.ToPort && r.FromPort >= 0)
	})
}

// ungated are the kinds for which rule sets are optional; a machine without any
// gets its network's default one, which lets nobody in.
func ungated(e *model.Element) bool {
	return strings.HasPrefix(e.Kind, "gateway.") || strings.HasPrefix(e.Kind, "store.search") ||
		e.Kind == "store.file" || e.Kind == "queue" || e.Kind == "k8s.ingress" || published(e)
}

// published reports whether a program has an address of the cloud's own, in no
// network of ours.
func published(e *model.Element) bool {
	return (e.Kind == "compute.container" || e.Kind == "compute.function") && e.Network.VPC == "" && len(e.Network.Subnets) == 0
}

// admits says from how far away a rule lets callers in.
func admits(r model.NetworkRule, ports []int) way {
	if r.Direction != "in" || !r.Allow || !covers(r, ports) {
		return way{}
	}
	level := ""
	for _, cidr := range r.CIDRs {
		switch {
		case anywhere(cidr):
			return way{level: model.ExposureInternet, state: stateOf(r), chain: r.Evidence}
		case !private(cidr):
			level = model.ExposurePartner
		}
	}
	if level == "" && r.State == model.Unknown {
		return way{level: model.ExposureInternet, state: model.Unknown, chain: r.Evidence}
	}
	return way{level: level, state: stateOf(r), chain: r.Evidence}
}

// stateOf is known for a rule of which the part that matters is: who may
// connect. Other parts, such as a port, can still be unknown.
func stateOf(r model.NetworkRule) model.State {
	if r.State == model.Unknown && r.Protocol != "any" && r.FromPort < 0 {
		return model.Assumed
	}
	return model.Known
}

// covers reports whether a rule is about one of the ports. What only carries
// echoes and errors opens none.
func covers(r model.NetworkRule, ports []int) bool {
	if strings.HasPrefix(r.Protocol, "icmp") {
		return false
	}
	if len(ports) == 0 || r.Protocol == "any" || r.FromPort < 0 {
		return true
	}
	return slices.ContainsFunc(ports, func(p int) bool { return p >= r.FromPort && p <= r.ToPort })
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
