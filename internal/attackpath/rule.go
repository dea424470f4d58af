package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// ruledService says what it takes to rule over a whole service.
type ruledService struct {
	Name    string   `hcl:"name,label"`
	Says    string   `hcl:"says"`
	Actions []string `hcl:"actions"`
}

// rule is that an identity rules over whole services, and by which statements.
type rule struct {
	services []ruledService
	evidence []model.Evidence
}

func (r *rule) says() string {
	var list []string
	for _, s := range r.services {
		list = append(list, s.Says)
	}
	return strings.Join(list, ", and ")
}

// rules finds the services over all of which an identity rules for certain.
func (g *graph) rules(id string) *rule {
	if r, known := g.ruling[id]; known {
		return r
	}
	r := &rule{}
	actor, ok := g.decider.Principal(id)
	for _, s := range startData().Services {
		if ok && g.administrators[id] == nil {
			g.addService(r, actor, s)
		}
	}
	g.ruling[id] = r
	return r
}

func (g *graph) addService(r *rule, actor iam.Principal, s ruledService) {
	var evidence []model.Evidence
	for _, action := range s.Actions {
		if !g.decider.Could(actor.ID, action) {
			return
		}
		d := g.decider.MayAll(actor, action, "*", nil)
		if d.Answer != iam.Allowed {
			return
		}
		for _, b := range d.Because {
			evidence = append(evidence, b.Evidence)
		}
	}
	r.services, r.evidence = append(r.services, s), append(r.evidence, evidence...)
}

// isRuler reports whether coming to act as somebody is worth something by itself.
func (g *graph) isRuler(p position) bool {
	return p.what == identity && len(g.rules(p.id).services) > 0
}

// toRulers adds the ways to identities that rule over whole services, other than
// what the start rules over and what the ways that are kept go over.
func (w *walk) toRulers(k *keeper, from start) {
	for _, end := range w.ends() {
		if end.what != identity || k.goesOver(end) || w.rulesTogether(from.position, end) {
			continue
		}
		for _, s := range w.arrived[end] {
			if route := w.route(s); !asMeant(from, route) {
				w.tell(k, from, end, s)
			}
		}
	}
}

// asMeant reports whether a route only assumes roles that are there for it.
func asMeant(from start, route []*edge) bool {
	if from.anybody() {
		return false
	}
	return !slices.ContainsFunc(route, func(e *edge) bool { return !e.plain && !e.assumes })
}

// rulesTogether reports whether somebody already rules over all that another
// rules over.
func (g *graph) rulesTogether(from, end position) bool {
	have := g.rules(from.id).services
	return !slices.ContainsFunc(g.rules(end.id).services, func(s ruledService) bool {
		return !slices.ContainsFunc(have, func(o ruledService) bool { return o.Name == s.Name })
	})
}

// goesOver reports whether a kept way goes on from a position.
func (k *keeper) goesOver(p position) bool {
	return slices.ContainsFunc(k.list, func(f *found) bool {
		return slices.ContainsFunc(f.route, func(e *edge) bool { return e.from == p })
	})
}
