package topology

import (
	"net/netip"
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// addJoin notes which networks a connection is of.
func (r *Reach) addJoin(e *model.Element) {
	r.joins = append(r.joins, e)
	for _, ref := range e.References {
		if to := r.index.Elements[ref.To]; to != nil && to.Kind == "network.vpc" && !slices.Contains(r.doors[to.ID], e) {
			r.doors[to.ID] = append(r.doors[to.ID], e)
		}
	}
}

// addOutside makes a place of the other network that an element lets in. What
// gives those who come an address of ours, in a subnet, is that place itself.
func (r *Reach) addOutside(e *model.Element) {
	p := &place{via: e.ID}
	if e.Network != nil {
		p = r.placeOf(e)
	}
	if len(p.subnets) == 0 {
		p.via, p.ranges = e.ID, r.rangesOf(e.ID)
	}
	for _, ref := range e.References {
		if to := r.index.Elements[ref.To]; to != nil && to.Kind == "network.vpc" && p.vpc == "" {
			p.vpc = to.ID
		}
	}
	r.at[e.ID] = p
}

// routed asks whether both ends are in one network, or in two that are joined
// and have routes to the join on both sides, so that answers come back.
func (r *Reach) routed(from, to *place) passage {
	if from.via != "" {
		return r.routedBack(from, to)
	}
	if from.vpc == to.vpc {
		return free()
	}
	best := passage{}
	for _, a := range r.doors[from.vpc] {
		for _, b := range r.doors[to.vpc] {
			best = better(best, r.across(a, b, from, to))
		}
	}
	return best
}

// across is the way through one connection, or through two with a hub between
// them that leads from each to the other.
func (r *Reach) across(a, b *model.Element, from, to *place) passage {
	p := r.routeTo(from, a, to).then(r.routeTo(to, b, from))
	switch {
	case !p.open || refersTo(a, to.vpc) && refersTo(b, from.vpc):
		return p
	case a == b:
		return passage{}
	}
	return p.then(r.through(a, b, to)).then(r.through(b, a, from))
}

// through asks whether a hub passes what comes in by one connection on to
// another, for where somebody is.
func (r *Reach) through(a, b *model.Element, end *place) passage {
	best := passage{}
	for _, first := range r.routes[a.ID] {
		if first.To == b.ID {
			best = better(best, over(first, end))
		}
		for _, second := range r.routes[first.To] {
			if second.To == b.ID {
				best = better(best, over(first, end).then(over(second, end)))
			}
		}
	}
	return best
}

// routedBack asks whether answers find the way back to another network: over
// what joins it to that of the target, or over a hub that both hang on.
func (r *Reach) routedBack(from, to *place) passage {
	join := r.index.Elements[from.via]
	if from.vpc == to.vpc {
		return r.routeTo(to, join, from)
	}
	for _, b := range r.doors[to.vpc] {
		if p := r.routeTo(to, b, from).then(r.through(join, b, to)).then(r.through(b, join, from)); b != join && p.open {
			return p
		}
	}
	return passage{}
}

func refersTo(e *model.Element, id string) bool {
	return slices.ContainsFunc(e.References, func(ref model.Reference) bool { return ref.To == id })
}

// routeTo finds the route of a place's subnets, or else of its network, to
// where networks are joined, or to the hub behind it, that is for where the other
// end is. Without knowledge of the subnets it is open whether any has a route.
func (r *Reach) routeTo(p *place, join *model.Element, end *place) passage {
	for _, id := range p.subnets {
		table := r.routes[id]
		if len(table) == 0 {
			table = r.routes[p.vpc]
		}
		if found := leads(table, join, end); found.open {
			return found
		}
	}
	if len(p.subnets) > 0 {
		return passage{}
	}
	if found := leads(r.routes[p.vpc], join, end); found.open {
		return found
	}
	return perhaps()
}

func leads(table []*model.Flow, join *model.Element, end *place) passage {
	best := passage{}
	for _, f := range table {
		if f.To == join.ID || refersTo(join, f.To) {
			best = better(best, over(f, end))
		}
	}
	return best
}

// better is the surer of two ways.
func better(p, q passage) passage {
	if q.open && (!p.open || certainty(q.state) > certainty(p.state)) {
		return q
	}
	return p
}

// over is the way along a route to where somebody is, which the sources may leave
// open. A route for other addresses leads nowhere near.
func over(route *model.Flow, end *place) passage {
	p := free(route.Evidence...)
	if route.Basis == "inferred" {
		p.state = model.Unknown
	}
	if len(route.Ranges) == 0 || len(end.ranges) == 0 {
		return p
	}
	near, all := false, true
	for _, have := range end.ranges {
		if whole, part, about := routed(route.Ranges, have); about {
			near, all = near || part, all && whole
		}
	}
	switch {
	case !near:
		return passage{}
	case !all:
		p.state = model.Unknown
	}
	return p
}

// routed reports whether addresses lie in one of some ranges, wholly and in part,
// and whether any of these is about addresses of that form.
func routed(ranges []string, have netip.Prefix) (whole, part, about bool) {
	for _, text := range ranges {
		prefix, err := netip.ParsePrefix(text)
		if err != nil || prefix.Addr().Is4() != have.Addr().Is4() {
			continue
		}
		whole, part, about = whole || within(have, prefix), part || prefix.Overlaps(have), true
	}
	return whole, part, about
}
