package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// fedTargets are the weak elements that work on what others put into a queue, a
// topic, a stream or a store: each with the flow that what is put sets off, and
// with where it is put, which is nil where the sources only name it.
func (g *graph) fedTargets(t *Technique) []target {
	if list, ok := g.targets[t]; ok {
		return list
	}
	var list []target
	for _, weak := range g.weakTargets(t) {
		if !g.takesEvents(weak.element) || g.public(weak.element) {
			continue
		}
		for _, f := range g.feeders(weak.element, t.Via) {
			weak.flow, weak.via = f, g.Elements[f.From]
			list = append(list, weak)
		}
	}
	g.targets[t] = list
	return list
}

// takesEvents reports whether an element works on messages or events.
func (g *graph) takesEvents(e *model.Element) bool {
	entries := g.entries[e.ID]
	return len(entries) == 0 || slices.ContainsFunc(entries, func(p *model.EntryPoint) bool { return p.Kind == "queue" || p.Kind == "event" })
}

// feeders are the flows that bring what is put somewhere to an element, over
// however many steps. A flow that no action of callers sets off brings nothing of
// theirs.
func (g *graph) feeders(e *model.Element, over *via) []*model.Flow {
	var list []*model.Flow
	seen := map[string]bool{}
	var visit func(*model.Element)
	visit = func(e *model.Element) {
		for at := range g.Around(e) {
			for _, f := range append(slices.Clone(g.fedBy[at.ID]), g.fetches(at, over)...) {
				if seen[f.ID] {
					continue
				}
				seen[f.ID] = true
				from := g.Elements[f.From]
				if from == nil || isOf(from, over.Kinds, over.Technologies) {
					list = append(list, f)
				}
				visit(from)
			}
		}
	}
	visit(e)
	return list
}

// fetches turns round the calls by which code takes what lies somewhere.
func (g *graph) fetches(e *model.Element, over *via) []*model.Flow {
	var list []*model.Flow
	for _, f := range g.flows[e.ID] {
		if f.To == "" || !slices.Contains(over.Fetched, f.Operation) {
			continue
		}
		service, _, _ := strings.Cut(f.Operation, ":")
		list = append(list, &model.Flow{ID: f.ID, From: f.To, To: f.From, Operation: service + ":", Basis: f.Basis, Evidence: f.Evidence})
	}
	return list
}

// sourceSubject is what to ask for when an action is to put something into what
// feeds the target: that, or, where the sources only name it, anything of the
// service.
func (a *attempt) sourceSubject(action string) (string, bool) {
	service, _, _ := strings.Cut(action, ":")
	f := a.target.flow
	if f == nil || !strings.HasPrefix(f.Operation, service+":") {
		return "", false
	}
	if a.target.via == nil {
		return "arn:*:" + service + ":*", true
	}
	arn := arnOf(a.target.via)
	if arn == "" || iam.ServiceOf(arn) != service {
		return "", false
	}
	return a.subjectAt(action, arn)
}
