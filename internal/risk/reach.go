package risk

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// ownImpact is the harm to what lies where the threat strikes.
func (r *Rater) ownImpact(t *model.Threat, m model.Match, subject string) impact {
	if m.On == Account || isLog(r.x.Elements[m.On]) && t.Stride == "repudiation" {
		i := r.everything(t.Stride, aspects(t.Stride)).impact()
		i.whole = m.On == Account || r.x.Elements[m.On].Kind != "log.sink" // of which there are many
		return i
	}
	var list []harm
	for _, group := range r.groups(m, subject) {
		list = append(list, r.groupHarm(t.Stride, m, group))
	}
	return worst(list).impact()
}

func isLog(e *model.Element) bool { return e != nil && strings.HasPrefix(e.Kind, "log.") }

// everything is the harm to the worst data of the whole account.
func (r *Rater) everything(stride string, asked []aspect) harm {
	var list []harm
	for _, d := range r.sys.DataAssets {
		if len(d.FoundIn) == 0 {
			continue
		}
		if slices.ContainsFunc(d.FoundIn, func(id string) bool { return slices.Contains(r.data[id], d) }) {
			list = append(list, weigh(d, strings.Join(d.FoundIn[:1], ""), stride, asked))
		}
	}
	if len(list) == 0 {
		return defaultHarm(nil, "the account", stride)
	}
	return worst(list)
}

// groups lists the places that a threat strikes. The ids of one group belong
// together, as a handler, its service and its machine do. What only serves
// others (a gateway, a firewall rule, a key) stands for those it serves.
func (r *Rater) groups(m model.Match, subject string) [][]string {
	if f := r.x.Flows[m.Flow]; f != nil {
		return [][]string{r.body(f.From), r.body(f.To)}
	}
	if i := r.x.Identities[subject]; i != nil {
		var list [][]string
		for _, id := range r.users(i) {
			list = append(list, r.body(id))
		}
		if len(list) == 0 {
			list = [][]string{{subject}}
		}
		return list
	}
	if served := r.served(subject, nil); len(served) > 0 {
		var list [][]string
		for _, id := range served {
			list = append(list, r.body(id))
		}
		return list
	}
	body := r.body(subject)
	if m.On != subject && r.x.Elements[m.On] != nil && !slices.Contains(body, m.On) {
		body = append(body, m.On)
	}
	return [][]string{body}
}

// served are the elements behind a gateway, in a network part or under a key.
func (r *Rater) served(id string, seen []string) []string {
	e := r.x.Elements[id]
	if e == nil || slices.Contains(seen, id) || len(r.data[id]) > 0 {
		return nil
	}
	seen = append(seen, id)
	next := slices.Clone(r.members[id])
	if isGateway(e) {
		if e.Network != nil {
			next = append(next, e.Network.Targets...)
		}
		for _, f := range r.flows[id] {
			next = append(next, f.To)
		}
	}
	var list []string
	for _, n := range next {
		if r.x.Elements[n] == nil || slices.Contains(seen, n) {
			continue
		}
		further := r.served(n, seen)
		if len(further) == 0 {
			further = []string{n}
		}
		for _, f := range further {
			if !slices.Contains(list, f) {
				list = append(list, f)
			}
		}
	}
	return list
}

// body is an element with what contains it and what it contains.
func (r *Rater) body(id string) []string {
	list := []string{id}
	for e := r.x.Elements[id]; e != nil && e.PartOf != "" && !slices.Contains(list, e.PartOf); e = r.x.Elements[e.PartOf] {
		list = append(list, e.PartOf)
	}
	for i, at := 0, []string{id}; i < len(at); i++ {
		for _, part := range r.parts[at[i]] {
			if !slices.Contains(list, part) {
				list = append(list, part)
				at = append(at, part)
			}
		}
	}
	return list
}

// groupHarm is the harm to one group: to the data in it, to the service it is,
// or what is assumed where nothing is known.
func (r *Rater) groupHarm(stride string, m model.Match, group []string) harm {
	var list []harm
	asked := aspects(stride)
	for _, id := range group {
		for _, d := range r.dataAt(id, stride, m) {
			list = append(list, weigh(d, id, stride, asked))
		}
		if e := r.x.Elements[id]; e != nil && slices.Contains(asked, lost) {
			if h, ok := downHarm(e); ok {
				list = append(list, h)
			}
		}
	}
	if len(list) > 0 {
		return worst(list)
	}
	if i := r.x.Identities[group[0]]; i != nil && r.mayDoSomething(i.ID) {
		return harm{why: i.ID + " holds nothing itself; what counts is what it may do"}
	}
	return defaultHarm(r.x.Elements[group[0]], group[0], stride)
}

// mayDoSomething reports whether an identity has rights on anything but itself.
// Of one that has none, the rights may stand elsewhere.
func (r *Rater) mayDoSomething(id string) bool {
	return slices.ContainsFunc(r.grants[id], func(g *model.Grant) bool { return g.On != id })
}

// dataAt lists the data in an element. What a program only handles is within
// reach of whoever controls the program or is let in by its configuration; a
// hole in its code lays open what its policy proves (Match.Reaches) and no more.
func (r *Rater) dataAt(id, stride string, m model.Match) []*model.DataAsset {
	e := r.x.Elements[id]
	if e == nil {
		return r.data[id]
	}
	if m.Weakness != "" && !controls(stride) {
		if strings.HasPrefix(e.Kind, "go.") {
			return nil
		}
		return r.data[id]
	}
	list := slices.Clone(r.data[id])
	for _, p := range e.Process {
		if d := r.x.Data[p]; d != nil && !slices.Contains(list, d) {
			list = append(list, d)
		}
	}
	return list
}

// controls reports whether a threat of this kind ends in acting as someone.
func controls(stride string) bool { return stride == "spoofing" || stride == "elevation" }

// beyondImpact is the harm to what can be reached from where the threat
// strikes: what the policy names, and for a threat that ends in acting as
// someone, all that this someone may do.
func (r *Rater) beyondImpact(t *model.Threat, m model.Match, subject string) (impact, bool) {
	var list []harm
	for _, id := range m.Reaches {
		h := r.placeHarm(id, t.Stride, aspects(t.Stride))
		h.why = "within reach: " + h.why
		list = append(list, h)
	}
	if controls(t.Stride) {
		for _, id := range r.actors(m, subject) {
			if h, ok := r.reachedBy(id); ok {
				list = append(list, h)
			}
		}
	}
	return worst(list).impact(), len(list) > 0
}

// actors are the identities that an attacker acts as after the threat, and the
// elements whose connections come with it.
func (r *Rater) actors(m model.Match, subject string) []string {
	list := []string{subject}
	for _, group := range r.groups(m, subject) {
		for _, id := range group {
			list = append(list, id)
			if e := r.x.Elements[id]; e != nil && e.RunsAs != "" {
				list = append(list, e.RunsAs)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// placeHarm is the harm to one place.
func (r *Rater) placeHarm(id, stride string, asked []aspect) harm {
	switch {
	case id == adminEnd:
		return r.adminHarm()
	case id == Account:
		return r.everything(stride, asked)
	}
	if r.x.Identities[id] != nil {
		if h, ok := r.reachedBy(id); ok {
			return h
		}
	}
	if len(r.data[id]) == 0 {
		return defaultHarm(r.x.Elements[id], id, stride)
	}
	var list []harm
	for _, d := range r.data[id] {
		list = append(list, weigh(d, id, stride, asked))
	}
	return worst(list)
}

// adminHarm is the harm of administrator rights: whoever has them has every
// credential of the account as well.
func (r *Rater) adminHarm() harm {
	all := r.everything("elevation", aspects("elevation"))
	keys := harm{
		value: Default("credentials"), assumed: true,
		why: "administrator rights give every credential of the account, for which severe is assumed",
	}
	if worse(all, keys) {
		return all
	}
	return keys
}
