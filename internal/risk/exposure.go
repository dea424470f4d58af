package risk

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// reach is how near attackers are to something, and why.
type reach struct {
	value    int // 0 proven to nobody .. 4 internet
	why      string
	evidence []model.Evidence
	through  []string
	latent   bool
}

// distance turns the words of an exposure into its number.
func distance(word string) int {
	switch word {
	case model.ExposureInternet:
		return 4
	case model.ExposureAuthenticated, model.ExposurePartner:
		return 3
	case model.ExposurePrivileged:
		return 1
	case model.ExposureNone:
		return 0
	}
	return 2
}

func (r *Rater) exposureFactor(t *model.Threat, m model.Match, subject string) (Factor, bool) {
	at := r.reach(subject)
	at = r.loggedIn(at, t, m)
	if g := r.x.Grants[m.Grant]; g != nil {
		// The grant is a way in of its own, whatever the network says.
		if holder := r.reach(g.Identity); holder.value > at.value {
			at = holder
		}
	}
	if on := r.x.Elements[m.On]; on != nil && on.Latent {
		at.latent = true
	}
	if at.latent {
		return Factor{
			Name: "exposure", Value: 1, Evidence: at.evidence,
			Why:   "nothing in the sources uses it yet, so it becomes dangerous only once something does",
			Lower: "Remove it while nothing uses it.",
		}, true
	}
	if at.value == 0 && (len(r.paths[subject]) > 0 || len(r.stepOf(m)) > 0) {
		at.value, at.why = 1, "the network reaches it from nowhere, but an attack path does"
	}
	return Factor{Name: "exposure", Value: at.value, Why: at.why, Lower: nearer(at.value), Evidence: at.evidence}, false
}

// loggedIn puts a login between the internet and an entry point that asks for
// one; one that asks for the operator's own secret is for privileged callers. A threat of pretending to be someone gets past the login, so there it
// does not count.
func (r *Rater) loggedIn(at reach, t *model.Threat, m model.Match) reach {
	if t.Stride == "spoofing" {
		return at
	}
	id := m.EntryPoint
	if w := r.x.Weaknesses[m.Weakness]; w != nil {
		id = cmp.Or(id, w.EntryPoint)
	}
	entry := r.x.Entries[id]
	if entry == nil || !entry.Authn.Known() || entry.Authn.Is("none") || entry.Authn.Is("") {
		return at
	}
	switch {
	case entry.Authn.Is(model.AuthnOperator) && at.value > 1:
		at.value = 1
		at.why = "reachable only with a secret of the program itself, which " + EntryName(entry) + " asks for"
	case at.value == 4:
		at.value = 3
		at.why = "reachable from the internet, behind a login at " + EntryName(entry)
	default:
		return at
	}
	at.evidence = append(slices.Clone(at.evidence), entry.Authn.Evidence...)
	return at
}

// EntryName tells an entry point in words: its method and path, or its kind.
func EntryName(e *model.EntryPoint) string {
	name := strings.TrimSpace(e.Method + " " + e.Path)
	return cmp.Or(name, e.Kind, e.ID)
}

// reach says how near attackers are to an element, an identity or the account.
func (r *Rater) reach(id string) reach {
	if id == Account {
		return reach{value: 3, why: "the provider's console and API are on the internet, behind a login"}
	}
	e := r.x.Elements[id]
	if i := r.x.Identities[id]; i != nil {
		at := r.identityReach(i)
		at.latent = at.latent || e != nil && e.Latent
		return at
	}
	if e != nil {
		return r.elementReach(e)
	}
	return reach{value: 2, why: "taken as reachable from inside, because the sources do not tell"}
}

func (r *Rater) elementReach(e *model.Element) reach {
	at := reach{
		value:    distance(e.Exposure.Level),
		evidence: e.Exposure.Chain, through: e.Exposure.Through, latent: e.Latent,
	}
	switch {
	case e.Exposure.Level == "" || e.Exposure.State == model.Unknown:
		at.value = max(at.value, 2)
		at.why = "taken as reachable from inside, because the sources do not tell"
		if at.value > 2 {
			at.why = exposureWords(e.Exposure.Level) + ", as far as the sources tell"
		}
	case e.Exposure.Level == model.ExposureNone && e.Exposure.State == model.Assumed:
		at.value = 1
		at.why = "probably reachable by nobody, but the sources do not prove it"
	default:
		at.why = exposureWords(e.Exposure.Level)
	}
	if len(at.through) > 0 {
		at.why += " through " + words(at.through)
	}
	return at
}

func exposureWords(word string) string {
	switch word {
	case model.ExposureInternet:
		return "reachable by anyone on the internet"
	case model.ExposureAuthenticated:
		return "reachable from the internet, behind a login"
	case model.ExposurePartner:
		return "reachable by partners"
	case model.ExposurePrivileged:
		return "reachable by administrators or the pipeline only"
	case model.ExposureNone:
		return "the sources prove that nobody can reach it"
	}
	return "reachable from inside only"
}

// identityReach says how near attackers are to an identity: as near as to the
// most exposed thing that runs as it, or as the people who hold it.
func (r *Rater) identityReach(i *model.Identity) reach {
	for _, p := range r.paths[i.ID] {
		for _, s := range p.Steps {
			if s.To == i.ID && outside(s.From) {
				return reach{value: 4, why: "can be taken over by strangers: " + s.Sentence, evidence: stepEvidence(s)}
			}
		}
	}
	for _, g := range r.granted[i.ID] {
		if outside(g.Identity) && g.Certain {
			return reach{value: 4, why: "strangers may act as it", evidence: g.Evidence}
		}
	}
	best := reach{value: -1}
	for _, id := range r.users(i) {
		if at := r.elementReach(r.x.Elements[id]); at.value > best.value {
			at.why = id + ", which runs as it, is " + at.why
			best = at
		}
	}
	switch {
	case best.value > 0:
		best.latent = false
		return best
	case i.Kind == "user" || i.Kind == "human" || i.Kind == "federated":
		return reach{value: 3, why: "whoever holds its password or key can use it from the internet"}
	case r.unheld(i):
		return reach{value: 1, latent: true}
	}
	return reach{value: 2, why: "held by others inside, as far as the sources tell"}
}

// users are the elements that run as an identity, whichever side says so.
func (r *Rater) users(i *model.Identity) []string {
	var list []string
	for _, id := range i.UsedBy {
		if r.x.Elements[id] != nil {
			list = append(list, id)
		}
	}
	for _, id := range r.runners[i.ID] {
		if !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// unheld reports whether nobody in the sources can act as a role: nothing runs
// as it, nobody may take it on, and its trust policy, all of it known, names
// only services of the provider.
func (r *Rater) unheld(i *model.Identity) bool {
	if i.Kind != "role" || len(r.granted[i.ID]) > 0 || len(r.paths[i.ID]) > 0 || len(r.trusts[i.ID]) == 0 {
		return false
	}
	return !slices.ContainsFunc(r.trusts[i.ID], func(p *model.Policy) bool {
		return p.State != model.Known || !servicesOnly(p.Document)
	})
}

func nearer(value int) string {
	switch value {
	case 4:
		return "Put a login in front of it, or let only known networks reach it."
	case 3:
		return "Let only networks of your own reach it."
	case 2:
		return "Let only administrators or the pipeline reach it."
	}
	return ""
}
