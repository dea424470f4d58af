package risk

import (
	"cmp"
	"slices"
	"sync"

	"github.com/threatvet/threatvet/internal/model"
)

// Account is the id by which matches and grants name the whole account.
const Account = "account"

// adminEnd is the end of a path that gives administrator rights.
const adminEnd = "account-admin"

// partnerAddresses is the start of paths from the addresses that rules let in.
const partnerAddresses = "partner-addresses"

// Rate rates one match of a threat. To rate many, make a [Rater] once.
func Rate(x *model.Index, sys *model.System, t *model.Threat, m model.Match) Rating {
	return New(x, sys).Rate(t, m)
}

// Rater answers what ratings ask of a system, from tables made once. It may be
// used by several goroutines at a time.
type Rater struct {
	x        *model.Index
	sys      *model.System
	data     map[string][]*model.DataAsset // by element
	grants   map[string][]*model.Grant     // by identity
	granted  map[string][]*model.Grant     // by what they are on
	controls map[string][]*model.Control   // by what they are on
	parts    map[string][]string           // by the element that contains them
	fronts   map[string][]string           // gateways, by what they forward to
	members  map[string][]string           // elements, by network part or key they use
	runners  map[string][]string           // elements, by the identity they run as
	flows    map[string][]*model.Flow      // by sender
	trusts   map[string][]*model.Policy    // trust policies, by identity
	paths    map[string][]*model.Path      // by every node on them
	// reached keeps the worst that each identity or element reaches.
	reached sync.Map
	// direct keeps the worst that each can do without acting as another.
	direct sync.Map
	steps  map[string][]*model.Path // by the weaknesses, grants and facts their steps rest on
}

// New prepares to rate threats to a system whose exposure, grants and paths
// have been computed.
func New(x *model.Index, sys *model.System) *Rater {
	r := &Rater{
		x: x, sys: sys,
		data:     map[string][]*model.DataAsset{},
		grants:   map[string][]*model.Grant{},
		granted:  map[string][]*model.Grant{},
		controls: map[string][]*model.Control{},
		parts:    map[string][]string{},
		fronts:   map[string][]string{},
		members:  map[string][]string{},
		runners:  map[string][]string{},
		flows:    map[string][]*model.Flow{},
		trusts:   map[string][]*model.Policy{},
		paths:    map[string][]*model.Path{},
		steps:    map[string][]*model.Path{},
	}
	r.readElements()
	r.readData()
	r.readRights()
	r.readPaths()
	for _, f := range sys.Flows {
		r.flows[f.From] = append(r.flows[f.From], f)
		if from := x.Elements[f.From]; from != nil && isGateway(from) && f.To != "" {
			r.fronts[f.To] = append(r.fronts[f.To], f.From)
		}
	}
	return r
}

func (r *Rater) readElements() {
	for _, e := range r.sys.Elements {
		if e.PartOf != "" {
			r.parts[e.PartOf] = append(r.parts[e.PartOf], e.ID)
		}
		if e.RunsAs != "" {
			r.runners[e.RunsAs] = append(r.runners[e.RunsAs], e.ID)
		}
		for _, ref := range e.References {
			if to := r.x.Elements[ref.To]; to != nil && to.Kind == "kms_key" {
				r.members[ref.To] = append(r.members[ref.To], e.ID)
			}
		}
		if e.Network == nil {
			continue
		}
		if isGateway(e) {
			for _, t := range e.Network.Targets {
				r.fronts[t] = append(r.fronts[t], e.ID)
			}
		}
		for _, part := range slices.Concat(e.Network.Groups, e.Network.Subnets, []string{e.Network.VPC}) {
			if part != "" && part != e.ID {
				r.members[part] = append(r.members[part], e.ID)
			}
		}
	}
}

// readData says which data is where. What an owner has declared of an element
// replaces what was inferred of it.
func (r *Rater) readData() {
	add := func(id string, d *model.DataAsset) {
		if !slices.Contains(r.data[id], d) {
			r.data[id] = append(r.data[id], d)
		}
	}
	for _, d := range r.sys.DataAssets {
		for _, id := range d.FoundIn {
			add(id, d)
		}
	}
	for _, e := range r.sys.Elements {
		for _, id := range e.Stores {
			if d := r.x.Data[id]; d != nil {
				add(e.ID, d)
			}
		}
	}
	for id, list := range r.data {
		if slices.ContainsFunc(list, func(d *model.DataAsset) bool { return d.Declared }) {
			list = slices.DeleteFunc(list, func(d *model.DataAsset) bool { return !d.Declared })
		}
		slices.SortFunc(list, func(a, b *model.DataAsset) int { return cmp.Compare(a.ID, b.ID) })
		r.data[id] = list
	}
}

func (r *Rater) readRights() {
	for _, g := range r.sys.Grants {
		if r.x.Identities[g.Identity] == nil {
			continue // an outsider: that is exposure, which is rated elsewhere
		}
		r.grants[g.Identity] = append(r.grants[g.Identity], g)
		r.granted[g.On] = append(r.granted[g.On], g)
	}
	for _, c := range r.sys.Controls {
		r.controls[c.On] = append(r.controls[c.On], c)
	}
	for _, p := range r.sys.Policies {
		if p.Kind == "trust" {
			r.trusts[p.Holder] = append(r.trusts[p.Holder], p)
		}
	}
}

func (r *Rater) readPaths() {
	for _, p := range r.sys.Paths {
		for _, node := range nodes(p) {
			r.paths[node] = append(r.paths[node], p)
		}
		for _, s := range p.Steps {
			for _, key := range append([]string{s.Weakness}, s.Facts...) {
				r.steps[key] = append(r.steps[key], p)
			}
		}
	}
}

// nodes lists what a path passes, once each, without where it starts from
// outside.
func nodes(p *model.Path) []string {
	var list []string
	for _, s := range p.Steps {
		for _, id := range []string{s.From, s.To} {
			if !outside(id) && !slices.Contains(list, id) {
				list = append(list, id)
			}
		}
	}
	return list
}

// outside reports whether id is where strangers start and no part of the system.
func outside(id string) bool { return id == "internet" || id == "any-account" }

func isGateway(e *model.Element) bool {
	return len(e.Kind) > 8 && e.Kind[:8] == "gateway."
}
