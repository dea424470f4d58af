package topology

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// The zones that every system has. Trust goes from 0, the internet, to 4,
// administrators.
const (
	zoneInternet = "internet"
	zoneAccount  = "account"
)

const (
	trustInternet = 0
	trustEdge     = 1
	trustInside   = 2
	trustIsolated = 3
)

// placeInZones makes the zones and puts each element into the innermost one.
func (w *world) placeInZones() {
	known := map[string]*model.Zone{}
	for _, z := range w.sys.Zones {
		known[z.ID] = z
	}
	add := func(id, kind, parent string, trust int) {
		if known[id] == nil {
			known[id] = &model.Zone{ID: id, Kind: kind, Name: id, Parent: parent, Trust: trust}
			w.sys.Zones = append(w.sys.Zones, known[id])
		}
	}
	add(zoneInternet, "internet", "", trustInternet)
	if slices.ContainsFunc(w.sys.Elements, func(e *model.Element) bool { return !strings.HasPrefix(e.Kind, "go.") }) {
		add(zoneAccount, "account", zoneInternet, trustInside)
	}
	for _, z := range w.sys.Zones {
		w.rank(z, known)
	}
	for _, e := range w.sys.Elements {
		e.Zone = w.zoneOf(e, known, 0)
	}
}

// rank gives a network's zone its parent, trust and environment.
func (w *world) rank(z *model.Zone, known map[string]*model.Zone) {
	if z.ID == zoneInternet || z.ID == zoneAccount {
		return
	}
	if z.Parent == "" || known[z.Parent] == nil {
		z.Parent = zoneAccount
	}
	z.Trust = trustInside
	e := w.index.Elements[z.ID]
	if e == nil {
		return
	}
	z.Environment = environmentOf(e)
	if z.Kind != "subnet" {
		return
	}
	switch open, certain := w.internetRoute(e); {
	case open:
		z.Trust = trustEdge
	case certain && len(w.routes[e.ID]) == 0:
		z.Trust = trustIsolated
	}
}

// environmentOf reads the environment from the usual tags.
func environmentOf(e *model.Element) string {
	for _, key := range []string{"environment", "env", "stage"} {
		for _, tag := range sortedKeys(e.Tags) {
			if strings.EqualFold(tag, key) {
				return strings.ToLower(e.Tags[tag])
			}
		}
	}
	return ""
}

// zoneOf finds the innermost zone of an element, which may be a zone itself.
func (w *world) zoneOf(e *model.Element, known map[string]*model.Zone, depth int) string {
	if z := known[e.ID]; z != nil {
		return z.Parent
	}
	if e.Kind == "external.saas" || e.Kind == "actor.user" {
		return zoneInternet
	}
	if n := e.Network; n != nil {
		for _, id := range n.Subnets {
			if known[id] != nil {
				return id
			}
		}
		if known[n.VPC] != nil {
			return n.VPC
		}
	}
	if parent := w.index.Elements[e.PartOf]; parent != nil && parent != e && depth < maxDepth {
		return w.zoneOf(parent, known, depth+1)
	}
	if known[zoneAccount] != nil && !strings.HasPrefix(e.Kind, "go.") {
		return zoneAccount
	}
	return ""
}

// maxDepth bounds chains of part_of, which sources could tie into a ring.
const maxDepth = 16

// internetRoute reports whether what stands in a subnet can talk to the
// internet both ways. certain is false where the sources do not show its routes.
func (w *world) internetRoute(subnet *model.Element) (open, certain bool) {
	if subnet.Fact("internet_route").True() {
		return true, true
	}
	table := w.routes[subnet.ID]
	if len(table) == 0 && subnet.Network != nil {
		table = w.routes[subnet.Network.VPC]
	}
	for _, f := range table {
		if gateway := w.index.Elements[f.To]; gateway != nil && gateway.Fact("public_network_access").True() {
			return true, true
		}
	}
	if subnet.Network == nil || w.index.Elements[subnet.Network.VPC] == nil {
		return false, false
	}
	// Some networks have a route to the internet that nobody has to write.
	return false, !w.index.Elements[subnet.Network.VPC].Fact("internet_route").True()
}

// crossings lists for each flow the zones that it leaves and enters.
func (w *world) crossings() {
	known := map[string]*model.Zone{}
	for _, z := range w.sys.Zones {
		known[z.ID] = z
	}
	for _, f := range w.sys.Flows {
		from, to := w.index.Elements[f.From], w.index.Elements[f.To]
		if from == nil || to == nil || f.Protocol == "route" {
			continue
		}
		f.Crosses = crossed(chainOf(from.Zone, known), chainOf(to.Zone, known))
	}
}

// chainOf lists a zone and those around it, outermost first.
func chainOf(id string, known map[string]*model.Zone) []string {
	var chain []string
	for known[id] != nil && len(chain) < maxDepth {
		chain = append(chain, id)
		id = known[id].Parent
	}
	slices.Reverse(chain)
	return chain
}

// crossed lists what is in one chain and not in the other, outermost first.
func crossed(from, to []string) []string {
	common := 0
	for common < len(from) && common < len(to) && from[common] == to[common] {
		common++
	}
	from, to = from[common:], to[common:]
	var out []string
	for i := range max(len(from), len(to)) {
		if i < len(from) {
			out = append(out, from[i])
		}
		if i < len(to) {
			out = append(out, to[i])
		}
	}
	return out
}
