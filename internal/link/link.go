// Package link joins code to the infrastructure that runs it, and the calls of
// code to the resources they reach. It knows the model and nothing else.
//
// The evidence is the setting that infrastructure gives and code reads (an
// environment variable with the same name on both sides) and what is made of a
// program: the image, archive or binary that infrastructure names. A program is
// taken to run where its settings are set or what is made of it runs; where two
// programs fit one place equally well, nothing is said.
package link

import (
	"cmp"
	"maps"
	"slices"

	"github.com/threatvet/threatvet/internal/builds"
	"github.com/threatvet/threatvet/internal/model"
)

// Stated is what an owner says of where a program runs, against or beyond what
// the sources tell. Program and Host are ids.
type Stated struct {
	Program, Host string
	// Denied is true where the program does not run there.
	Denied   bool
	Evidence model.Evidence
}

// Evidence is what Join is told beyond the model.
type Evidence struct {
	// Stated is what owners say; it goes before what is found.
	Stated []Stated
	// Artifacts are what is made of the programs.
	Artifacts []builds.Artifact
}

// Join adds links to the system, sets PartOf of each Go service to what runs
// it, fills To of each flow whose target a setting names, and what both ends say
// of its encryption and login.
func Join(sys *model.System, known Evidence) {
	j := &joiner{
		index:    sys.Index(),
		settings: map[string][]*model.Element{},
		runs:     map[string][]*model.Element{},
		denied:   map[pair]bool{},
		made:     map[pair]made{},
	}
	for _, s := range known.Stated {
		if s.Denied {
			j.denied[pair{s.Program, s.Host}] = true
		} else if host := j.index.Elements[s.Host]; host != nil {
			j.runs[s.Program] = append(j.runs[s.Program], host)
			sys.Links = append(sys.Links, &model.Link{
				ID: s.Program + " " + s.Host + " stated", Kind: "stated", From: s.Program, To: s.Host, Strength: "strong", Evidence: []model.Evidence{s.Evidence},
			})
		}
	}
	for _, e := range sys.Elements {
		for _, v := range e.Environment {
			j.settings[v.Name] = append(j.settings[v.Name], e)
		}
	}
	j.follow(sys, known.Artifacts)
	for _, e := range sys.Elements {
		if e.Kind == "go.service" {
			j.place(e)
		}
	}
	j.alike(sys)
	for _, service := range slices.Sorted(maps.Keys(j.runs)) {
		sys.Links = append(sys.Links, j.links(j.index.Elements[service])...)
	}
	for _, f := range sys.Flows {
		j.resolve(f)
	}
	sys.Flows = append(sys.Flows, j.more...)
	sys.Flows = append(sys.Flows, j.surmised(sys)...)
	j.foreign(sys)
	for _, f := range sys.Flows {
		j.ask(f)
	}
	sys.Links = append(sys.Links, j.nameLinks()...)
}

type joiner struct {
	index *model.Index
	// settings maps a variable's name to the elements that set it.
	settings map[string][]*model.Element
	// runs maps a service to the elements that run it, the best first.
	runs map[string][]*model.Element
	// denied are places of which an owner says that the program is not there.
	denied map[pair]bool
	// made says which places run what is made of a program.
	made map[pair]made
	// byAlias maps names to elements, once asked for; named are those that code
	// uses too.
	byAlias map[string][]*model.Element
	// registered are the elements that register themselves under a name.
	registered map[string][]*model.Element
	named      []naming
	// more are flows beyond those of the code: to other receivers of the same call.
	more []*model.Flow
}

// pair is a program and what may run it, by their ids.
type pair struct{ program, host string }

// place decides where a service runs.
func (j *joiner) place(service *model.Element) {
	var places []match
	said := j.runs[service.ID]
	for _, host := range j.hosts(service) {
		m := j.compare(service, host)
		if m.convincing() && !j.outbid(service, host, m) && !j.denied[pair{service.ID, host.ID}] && !slices.Contains(said, host) {
			places = append(places, m)
		}
	}
	slices.SortFunc(places, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score(), a.score()), cmp.Compare(a.host.ID, b.host.ID))
	})
	for _, m := range places {
		j.runs[service.ID] = append(j.runs[service.ID], m.host)
	}
	if hosts := j.runs[service.ID]; len(hosts) > 0 && (service.PartOf == "" || len(said) > 0) {
		service.PartOf = hosts[0].ID
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
	for p := range j.made {
		if p.program == service.ID {
			found[p.host] = j.index.Elements[p.host]
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
		if rival != service && !j.denied[pair{rival.ID, host.ID}] && j.compare(rival, host).score() >= m.score() {
			return true
		}
	}
	return false
}
