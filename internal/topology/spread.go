package topology

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// spread carries ways in from each element to those it passes callers to, until
// nothing changes.
func (w *world) spread() {
	var queue []string
	for _, e := range w.sys.Elements {
		if len(w.ways[e.ID]) > 0 {
			queue = append(queue, e.ID)
		}
	}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		for _, s := range w.steps(w.index.Elements[id]) {
			if w.carry(id, s) && !slices.Contains(queue, s.to.ID) {
				queue = append(queue, s.to.ID)
			}
		}
	}
}

// step is one element that another passes callers to.
type step struct {
	to       *model.Element
	evidence []model.Evidence
	// inside is true where both are one place, so that nothing is passed.
	inside bool
	// limit is the nearest level that can be passed on to callers, and fed that
	// to what comes by a store or queue.
	limit, fed string
	// feeds is true where what callers put in is passed, not they.
	feeds bool
}

// steps lists where callers of an element get to.
func (w *world) steps(e *model.Element) []step {
	if e == nil {
		return nil
	}
	var list []step
	if e.Network != nil && forwards(e) {
		for _, id := range e.Network.Targets {
			if to := w.index.Elements[id]; to != nil && serves(to) && !w.barred(e, to) {
				list = append(list, step{to: to, evidence: w.evidenceOf(e.ID, id), limit: model.ExposureInternet, fed: model.ExposureInternet})
			}
		}
	}
	if e.Fact("public_write").True() {
		for _, f := range w.events[e.ID] {
			if to := w.index.Elements[f.To]; to != nil {
				list = append(list, step{to: to, evidence: f.Evidence, limit: model.ExposureInternet, fed: model.ExposureInternet, feeds: true})
			}
		}
	}
	if runs(e) {
		for _, part := range w.parts[e.ID] {
			list = append(list, step{to: part, inside: true, limit: w.reach(part), fed: w.takes(part)})
		}
	}
	return list
}

// barred reports whether the sources show that a gateway does not get to what it
// is meant to pass callers to. Some gateways pass on who calls, so that rules for
// addresses outside are as good as rules for the gateway.
func (w *world) barred(gate, to *model.Element) bool {
	if gate.Kind == "gateway.cdn" {
		return to.Network != nil && to.Network.PublicAddress.False() &&
			(to.Network.VPC != "" || len(to.Network.Subnets) > 0) && !gate.Fact("private_origins").True()
	}
	a, b := w.inside.at[gate.ID], w.inside.at[to.ID]
	if a == nil || b == nil || w.admitted(to.Network.Groups, to.Network.Ports).level != "" {
		return false
	}
	return !w.inside.between(a, b, nil).open
}

func (w *world) evidenceOf(from, to string) []model.Evidence {
	if f := w.flows[from+" -> "+to]; f != nil {
		return f.Evidence
	}
	return nil
}

// serves reports whether an element answers the callers that a gateway sends
// it. A store behind a gateway answers the gateway only.
func serves(e *model.Element) bool {
	return strings.HasPrefix(e.Kind, "compute.") || strings.HasPrefix(e.Kind, "k8s.") || forwards(e)
}

// forwards reports whether an element only passes callers on.
func forwards(e *model.Element) bool {
	return strings.HasPrefix(e.Kind, "gateway.") || e.Kind == "network.interface"
}

// runs reports whether what is part of an element shares its ways in. A cluster
// only groups what runs in it.
func runs(e *model.Element) bool {
	return strings.HasPrefix(e.Kind, "go.") || (strings.HasPrefix(e.Kind, "compute.") && e.Kind != "compute.batch") || e.Kind == "k8s.workload"
}

// reach says how much of its host's exposure gets to a part. A handler that
// only answers signed-in callers, a queue or a timer gets less than its service.
func (w *world) reach(part *model.Element) string {
	if level := w.made(part); part.Kind == "go.handler" && level != "" {
		return level
	}
	return model.ExposureInternet
}

// takes says how much of what comes by a store or queue gets to a part: all of
// it to a handler of messages and events, nothing to one of requests.
func (w *world) takes(part *model.Element) string {
	entries := w.entries[part.ID]
	if part.Kind != "go.handler" || len(entries) == 0 || slices.ContainsFunc(entries, func(e *model.EntryPoint) bool { return e.Kind == "queue" || e.Kind == "event" }) {
		return model.ExposureInternet
	}
	return model.ExposureInternal
}

// entryLevel is the nearest level from which an entry point can be used, given
// that its service can be reached from the internet.
func entryLevel(e *model.EntryPoint) string {
	switch e.Kind {
	case "http", "grpc", "webhook":
		if e.Authn.Known() && !e.Authn.Is("none") && !e.Authn.Is("") {
			return model.ExposureAuthenticated
		}
		return model.ExposureInternet
	case "cli", "local":
		return model.ExposurePrivileged
	}
	return model.ExposureInternal
}

// carry extends the ways of an element to the next and reports whether that
// exposes it more.
func (w *world) carry(from string, s step) bool {
	changed := false
	for _, known := range w.ways[from] {
		if slices.Contains(known.through, s.to.ID) {
			continue
		}
		next := known
		next.chain = slices.Concat(known.chain, s.evidence)
		if !s.inside {
			next.through = append(slices.Clone(known.through), from)
		}
		next.fed = known.fed || s.feeds
		limit := s.limit
		if next.fed {
			limit = s.fed
		}
		if ranks[next.level] > ranks[limit] {
			next.level = limit
		}
		if w.improve(s.to.ID, next) {
			changed = true
		}
	}
	return changed
}

// improve keeps for each last gateway the best way that comes through it.
func (w *world) improve(id string, next way) bool {
	list := w.ways[id]
	for i, have := range list {
		if !sameDoor(have, next) {
			continue
		}
		if next.better(have) {
			list[i] = next
			return true
		}
		return false
	}
	w.ways[id] = append(list, next)
	return true
}

func sameDoor(a, b way) bool {
	if len(a.through) == 0 || len(b.through) == 0 {
		return len(a.through) == len(b.through)
	}
	return a.through[len(a.through)-1] == b.through[len(b.through)-1]
}
