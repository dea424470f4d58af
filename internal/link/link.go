// Package link joins code to the infrastructure that runs it, and the calls of
// code to the resources they reach. It knows the model and nothing else.
//
// The evidence is the setting that infrastructure gives and code reads: an
// environment variable with the same name on both sides. A program is taken to
// run where its settings are set; where two programs fit one place equally
// well, nothing is said.
package link

import (
	"cmp"
	"maps"
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// Join adds links to the system, sets PartOf of each Go service to what runs
// it, and fills To of each flow whose target a setting names.
func Join(sys *model.System) {
	j := &joiner{
		index:    sys.Index(),
		settings: map[string][]*model.Element{},
		runs:     map[string][]*model.Element{},
	}
	for _, e := range sys.Elements {
		for _, v := range e.Environment {
			j.settings[v.Name] = append(j.settings[v.Name], e)
		}
	}
	for _, e := range sys.Elements {
		if e.Kind == "go.service" {
			j.place(e)
		}
	}
	for _, service := range slices.Sorted(maps.Keys(j.runs)) {
		sys.Links = append(sys.Links, j.links(j.index.Elements[service])...)
	}
	for _, f := range sys.Flows {
		j.resolve(f)
	}
}

type joiner struct {
	index *model.Index
	// settings maps a variable's name to the elements that set it.
	settings map[string][]*model.Element
	// runs maps a service to the elements that run it, the best first.
	runs map[string][]*model.Element
}

// place decides where a service runs.
func (j *joiner) place(service *model.Element) {
	var places []match
	for _, host := range j.hosts(service) {
		m := j.compare(service, host)
		if m.convincing() && !j.outbid(service, host, m) {
			places = append(places, m)
		}
	}
	slices.SortFunc(places, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score(), a.score()), cmp.Compare(a.host.ID, b.host.ID))
	})
	for _, m := range places {
		j.runs[service.ID] = append(j.runs[service.ID], m.host)
	}
	if len(places) > 0 && service.PartOf == "" {
		service.PartOf = places[0].host.ID
	}
}

// hosts returns the elements that set something that the service reads, sorted.
func (j *joiner) hosts(service *model.Element) []*model.Element {
	found := map[string]*model.Element{}
	for _, name := range reads(service) {
		for _, e := range j.settings[name] {
			found[e.ID] = e
		}
	}
	hosts := make([]*model.Element, 0, len(found))
	for _, id := range slices.Sorted(maps.Keys(found)) {
		hosts = append(hosts, found[id])
	}
	return hosts
}

// outbid reports whether another service fits the host at least as well.
func (j *joiner) outbid(service, host *model.Element, m match) bool {
	for _, rival := range j.index.ByKind["go.service"] {
		if rival != service && j.compare(rival, host).score() >= m.score() {
			return true
		}
	}
	return false
}
