package businesscontext

import (
	"slices"

	"github.com/threatvet/threatvet/internal/link"
	"github.com/threatvet/threatvet/internal/model"
)

// Stated lists what owners say of where programs run. What names nothing in the
// model becomes a problem.
func (c *Context) Stated(sys *model.System) ([]link.Stated, []Problem) {
	if len(c.Links) == 0 {
		return nil, nil
	}
	var programs, hosts []string
	for _, e := range sys.Elements {
		switch {
		case e.Kind == "go.service":
			programs = append(programs, e.ID)
		case e.RunsCode():
			hosts = append(hosts, e.ID)
		}
	}
	slices.Sort(programs)
	slices.Sort(hosts)
	var stated []link.Stated
	var problems []Problem
	match := func(p Pattern, key string, ids []string) (found []string) {
		for _, id := range ids {
			if p.matchesID(id) {
				found = append(found, id)
			}
		}
		if len(found) == 0 {
			problems = append(problems, noElement(p, key, ids))
		}
		return found
	}
	for _, l := range c.Links {
		for _, program := range match(l.Program, "program", programs) {
			say := func(list []Pattern, key string, denied bool) {
				for _, p := range list {
					for _, host := range match(p, key, hosts) {
						stated = append(stated, link.Stated{Program: program, Host: host, Denied: denied, Evidence: model.Evidence{Location: p.Location, Note: "stated by the owner"}})
					}
				}
			}
			say(l.RunsOn, "runs_on", false)
			say(l.NotOn, "not_on", true)
		}
	}
	return stated, problems
}
