package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/topology"
)

// world is the system with what the techniques ask of it, looked up once.
type world struct {
	*model.Index
	sys     *model.System
	decider *iam.Decider
	reach   *topology.Reach
	// bindings decides in the clouds that give rights by role bindings.
	bindings *iam.Bindings

	users, roles, groups []*model.Identity
	accounts             []*model.Identity            // of the clouds that work with bindings
	trusting             map[string][]*model.Identity // roles by trusted service
	naming               map[string][]*model.Identity // roles by the ARN of a principal that they trust
	open                 []*model.Identity            // roles that trust accounts, or somebody who is not known
	profiled             map[string]bool              // roles in an instance profile
	members              map[string][]*model.Element  // elements by what they are part of
	flows                map[string][]*model.Flow     // by sender
	fedBy                map[string][]*model.Flow     // by receiver, that somebody sets off with an action
	entries              map[string][]*model.EntryPoint
	opens                map[string][]*model.Element // what opens an element
	driven               map[string]bool             // receives a flow or has an entry point
	grants               map[string]map[string]*model.Grant
	administrators       map[string]*model.Grant
	policies             []heldPolicy
	worth                map[string]*worth
	evidenceIn           map[string]bool // what an audit trail writes to
	abroad               map[string][]foreign
	several              bool                       // whether identities lie in more than one account
	technologies         map[string]bool            // of which there is an element
	enforced             map[string]bool            // names of rules of the organisation
	held                 map[string][]*model.Policy // identity policies and boundaries by holder
	standing             map[origin]bool            // of policies that are things of their own
}

// origin tells two policies apart that say the same.
type origin struct {
	document string
	at       model.Evidence
}

// heldPolicy is a policy of the account's own with who holds it.
type heldPolicy struct {
	element *model.Element
	holders []string
}

func newWorld(sys *model.System) *world {
	w := &world{
		Index: sys.Index(), sys: sys, decider: iam.NewDecider(sys), reach: topology.NewReach(sys), bindings: iam.NewBindings(sys),
		trusting: map[string][]*model.Identity{}, naming: map[string][]*model.Identity{}, profiled: map[string]bool{}, members: map[string][]*model.Element{},
		flows: map[string][]*model.Flow{}, fedBy: map[string][]*model.Flow{}, entries: map[string][]*model.EntryPoint{}, driven: map[string]bool{}, grants: map[string]map[string]*model.Grant{},
		administrators: map[string]*model.Grant{}, worth: map[string]*worth{}, evidenceIn: map[string]bool{}, abroad: map[string][]foreign{}, technologies: map[string]bool{}, enforced: map[string]bool{},
		held: map[string][]*model.Policy{}, standing: map[origin]bool{},
	}
	w.addIdentities()
	for _, e := range sys.Elements {
		if e.PartOf != "" {
			w.members[e.PartOf] = append(w.members[e.PartOf], e)
		}
		if e.Kind == "identity.instance_profile" && e.RunsAs != "" {
			w.profiled[e.RunsAs] = true
		}
		w.technologies[e.Technology] = true
		if f := e.Fact("enforced"); f.True() {
			w.enforced[e.Name] = true
		}
	}
	for _, f := range sys.Flows {
		w.flows[f.From] = append(w.flows[f.From], f)
		if f.To != "" {
			w.driven[f.To] = true
		}
		if f.Protocol == "event" && f.Operation != "" {
			w.fedBy[f.To] = append(w.fedBy[f.To], f)
		}
	}
	for _, p := range sys.EntryPoints {
		w.driven[p.Element] = true
		w.entries[p.Element] = append(w.entries[p.Element], p)
	}
	w.several = w.inSeveral()
	w.addGrants()
	w.addPolicies()
	w.addWorth()
	w.addOpeners()
	w.addEvidence()
	w.addForeign()
	return w
}

func (w *world) addIdentities() {
	for _, id := range w.sys.Identities {
		if _, ok := w.decider.Principal(id.ID); !ok {
			w.accounts = append(w.accounts, id)
			continue
		}
		switch id.Kind {
		case "user", "human":
			w.users = append(w.users, id)
		case "role":
			w.roles = append(w.roles, id)
		case "group":
			w.groups = append(w.groups, id)
		}
	}
	for _, r := range w.roles {
		for _, doc := range w.decider.Trust(r.ID) {
			for _, service := range doc.Trusted("Service") {
				w.trusting[service] = append(w.trusting[service], r)
			}
			w.addTrust(r, append(doc.Trusted("AWS"), doc.Trusted("*")...))
		}
	}
}

func (w *world) addTrust(r *model.Identity, names []string) {
	for _, name := range names {
		if id, ok := w.decider.Named(name); ok && w.Identities[id] != nil && w.Identities[id].ARN == name {
			w.naming[name] = append(w.naming[name], r)
		} else if !slices.Contains(w.open, r) {
			w.open = append(w.open, r)
		}
	}
}

func (w *world) addGrants() {
	for _, g := range w.sys.Grants {
		if g.On == iam.Account {
			w.administrators[g.Identity] = g
			continue
		}
		levels := []string{g.Level}
		if g.Level == iam.LevelAdmin {
			levels = []string{iam.LevelRead, iam.LevelWrite}
		}
		if w.grants[g.Identity] == nil {
			w.grants[g.Identity] = map[string]*model.Grant{}
		}
		for _, level := range levels {
			w.grants[g.Identity][g.On+"#"+level] = g
		}
	}
}

// addPolicies finds out who holds which policy of the account's own: what they
// hold is the same document from the same lines.
func (w *world) addPolicies() {
	holders := map[origin][]string{}
	for _, p := range w.sys.Policies {
		if p.Kind == "identity" || p.Kind == "boundary" {
			w.held[p.Holder] = append(w.held[p.Holder], p)
		}
		if p.Kind == "identity" && p.Document != "" && len(p.Evidence) > 0 {
			o := origin{p.Document, p.Evidence[0]}
			holders[o] = append(holders[o], p.Holder)
		}
	}
	for o, ids := range holders {
		for _, id := range ids {
			e := w.Elements[id]
			if e == nil || e.Kind != "identity.policy" || !strings.Contains(arnOf(e), ":policy/") {
				continue
			}
			w.standing[o] = true
			h := heldPolicy{element: e}
			for _, other := range ids {
				if w.Identities[other] != nil {
					h.holders = append(h.holders, other)
				}
			}
			slices.Sort(h.holders)
			w.policies = append(w.policies, heldPolicy{element: e, holders: slices.Compact(h.holders)})
		}

	}
	slices.SortFunc(w.policies, func(a, b heldPolicy) int { return strings.Compare(a.element.ID, b.element.ID) })
}

// arnOf returns the element's ARN, or "". Of several the shortest is its own:
// the others name a version or a way to call it.
func arnOf(e *model.Element) string {
	best := ""
	for _, a := range e.Aliases {
		if strings.HasPrefix(a, "arn:") && (best == "" || len(a) < len(best)) {
			best = a
		}
	}
	return best
}

// host returns the compute element that runs e: itself, or what it is part of.
func (w *world) host(e *model.Element) *model.Element {
	for e := range w.Around(e) {
		if e.RunsAs != "" || strings.HasPrefix(e.Kind, "compute.") && e.PartOf == "" {
			return e
		}
	}
	return nil
}

// role returns the identity that code in e acts as, or nil.
func (w *world) role(e *model.Element) *model.Identity {
	if h := w.host(e); h != nil {
		return w.Identities[h.RunsAs]
	}
	return nil
}

// exposure returns how far away e can be reached from, by its own word or that
// of what runs it.
func (w *world) exposure(e *model.Element) model.Exposure {
	for e := range w.Around(e) {
		if e.Exposure.Level != "" {
			return e.Exposure
		}
	}
	return model.Exposure{}
}

// outside reports whether somebody who starts from a position outside, the
// internet or addresses that are let in, can reach e, and whether that is
// certain.
func (w *world) outside(e *model.Element, from position) (reachable, certain bool) {
	x := w.exposure(e)
	reachable = x.Level == model.ExposureInternet || x.Level == model.ExposureAuthenticated
	if from.what == partner {
		reachable = x.Level == model.ExposurePartner
	}
	return reachable, x.State == model.Known
}

// addressable reports whether e has an address that an attacker can try:
// certain where the internet reaches it, open where its network cannot tell.
func (w *world) addressable(e *model.Element, from position) (reachable, certain bool) {
	if reachable, certain = w.outside(e, from); reachable {
		return true, certain
	}
	if e.Network == nil {
		return w.exposure(e).Level == "", false
	}
	return !e.Network.PublicAddress.False(), false
}

// unread reports whether the program that e runs is not in the sources.
func (w *world) unread(e *model.Element) bool {
	for _, m := range w.members[e.ID] {
		if strings.HasPrefix(m.Kind, "go.") || !w.unread(m) {
			return false
		}
	}
	return true
}
