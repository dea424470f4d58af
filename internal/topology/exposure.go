package topology

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// conclude turns ways into exposures and controls.
func (w *world) conclude() {
	for _, e := range w.sys.Elements {
		ways := w.ways[e.ID]
		if len(ways) == 0 {
			e.Exposure = w.unopened(e)
			continue
		}
		best := ways[0]
		for _, c := range ways[1:] {
			if c.better(best) {
				best = c
			}
		}
		e.Exposure = model.Exposure{Level: best.level, State: best.state, Chain: tidy(best.chain), Through: best.through}
		w.controlsOnWays(e, ways, best.level)
	}
	w.ruleSets()
}

// maxChain bounds the places that prove an exposure.
const maxChain = 24

func tidy(chain []model.Evidence) []model.Evidence {
	var out []model.Evidence
	for _, e := range chain {
		if len(out) < maxChain && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// unopened is the exposure of what nothing opens.
func (w *world) unopened(e *model.Element) model.Exposure {
	switch {
	case e.Opaque && (e.RunsCode() || len(e.Environment) > 0):
		return model.Exposure{Level: model.ExposureInternal, State: model.Unknown}
	case strings.HasPrefix(e.Kind, "ci."), strings.HasPrefix(e.Kind, "iac."):
		return model.Exposure{Level: model.ExposurePrivileged, State: model.Known}
	case e.Kind == "unknown":
		return model.Exposure{Level: model.ExposureInternal, State: model.Unknown}
	case strings.HasPrefix(e.Kind, "go."):
		return w.unhosted(e, 0)
	}
	return model.Exposure{Level: model.ExposureInternal, State: model.Known}
}

// unhosted is the exposure of code that no way leads to. Where the sources do
// not say what runs it, it is what its entry points are made for, as an
// assumption.
func (w *world) unhosted(e *model.Element, depth int) model.Exposure {
	level := w.made(e)
	if w.hosted(e) {
		if level == "" || ranks[level] > ranks[model.ExposureInternal] {
			level = model.ExposureInternal
		}
		return model.Exposure{Level: level, State: model.Known}
	}
	if level != "" {
		return model.Exposure{Level: level, State: model.Assumed}
	}
	if parent := w.index.Elements[e.PartOf]; parent != nil && depth < maxDepth {
		return w.unhosted(parent, depth+1)
	}
	return model.Exposure{Level: model.ExposureInternal, State: model.Unknown}
}

// hosted reports whether something that is not code runs an element.
func (w *world) hosted(e *model.Element) bool {
	for depth := 0; e != nil && depth < maxDepth; depth++ {
		if !strings.HasPrefix(e.Kind, "go.") {
			return !e.Opaque
		}
		e = w.index.Elements[e.PartOf]
	}
	return false
}

// made is the nearest level that the entry points of an element, or else of its
// parts, are made for; empty where there are none.
func (w *world) made(e *model.Element) string {
	level := ""
	consider := func(entries []*model.EntryPoint) {
		for _, entry := range entries {
			if l := entryLevel(entry); level == "" || ranks[l] > ranks[level] {
				level = l
			}
		}
	}
	consider(w.entries[e.ID])
	if level == "" {
		for _, part := range w.parts[e.ID] {
			consider(w.entries[part.ID])
		}
	}
	return level
}

// controlsOnWays adds the controls that lie on every way in of the exposed
// level.
func (w *world) controlsOnWays(e *model.Element, ways []way, level string) {
	var common []string
	first := true
	for _, c := range ways {
		if c.level != level {
			continue
		}
		var here []string
		for _, id := range c.through {
			if g := w.index.Elements[id]; g != nil {
				here = append(here, g.Controls...)
			}
		}
		if first {
			common, first = here, false
			continue
		}
		common = slices.DeleteFunc(common, func(k string) bool { return !slices.Contains(here, k) })
	}
	for _, kind := range common {
		if onTheWay[kind] && !slices.Contains(e.Controls, kind) {
			e.Controls = append(e.Controls, kind)
		}
	}
	slices.Sort(e.Controls)
}

// onTheWay are the controls of a gateway that also protect what is behind it.
var onTheWay = map[string]bool{"waf": true, "rate_limit": true, "authn": true, "authz": true, "mfa": true, "network_filter": true}

// ruleSets gives a rule set the exposure of the most exposed element it guards.
func (w *world) ruleSets() {
	for _, e := range w.index.ByKind["network.rule"] {
		for _, user := range w.users[e.ID] {
			if ranks[user.Exposure.Level] > ranks[e.Exposure.Level] {
				e.Exposure = model.Exposure{Level: user.Exposure.Level, State: user.Exposure.State, Chain: user.Exposure.Chain}
			}
		}
	}
	for _, e := range w.index.ByKind["network.subnet"] {
		if open, _ := w.internetRoute(e); open {
			e.Exposure = model.Exposure{Level: model.ExposureInternet, State: model.Known, Chain: w.routeEvidence(e)}
		}
	}
}

// latent marks what is dangerous only once something uses it, while nothing
// does: rule sets that let someone in, roles that only services can take, and
// policies that nobody holds.
// Where a module could not be read, that cannot be told.
func (w *world) latent() {
	used, opaque := map[string]bool{}, map[string]bool{}
	for _, e := range w.sys.Elements {
		opaque[e.Root] = opaque[e.Root] || e.Opaque
		if e.RunsAs != "" && !strings.HasPrefix(e.Kind, "identity.") {
			used[e.RunsAs] = true
		}
		for _, r := range e.References {
			if to := w.index.Elements[r.To]; to != nil && family(to) != family(e) {
				used[r.To] = true
			}
		}
	}
	for _, e := range w.index.ByKind["network.rule"] {
		e.Latent = e.Network != nil && !opaque[e.Root] && !used[e.ID] &&
			len(e.Rules) > 0 && len(w.users[e.ID]) == 0 && len(e.Network.Subnets) == 0
	}
	for _, e := range w.index.ByKind["identity.role"] {
		e.Latent = !opaque[e.Root] && !used[e.ID] && e.Fact("held_by_services").True()
	}
	for _, e := range w.index.ByKind["identity.policy"] {
		e.Latent = !opaque[e.Root] && e.Fact("held_by").Is("nobody")
	}
}

// family is the first part of a kind: rule sets that name each other, and
// profiles that name roles, use nothing.
func family(e *model.Element) string {
	first, _, _ := strings.Cut(e.Kind, ".")
	return first
}
