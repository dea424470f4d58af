package risk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// reachedBy is the worst that an identity may do by its grants and those of the
// identities it can act as, and an element by its connections to stores. Of the
// equally bad, the one that takes the fewest identities is told. Grants that
// depend on open conditions don't count.
func (r *Rater) reachedBy(id string) (harm, bool) {
	if h, ok := r.reached.Load(id); ok {
		return h.(*harm).orNone()
	}
	h := r.computeReached(id)
	r.reached.Store(id, h)
	return h.orNone()
}

func (h *harm) orNone() (harm, bool) {
	if h == nil {
		return harm{}, false
	}
	return *h, true
}

// computeReached walks the identities that one can act as, the nearest first.
func (r *Rater) computeReached(start string) *harm {
	by := map[string]*model.Grant{start: nil}
	var most *harm
	end := ""
	for queue := []string{start}; len(queue) > 0; queue = queue[1:] {
		id := queue[0]
		if h := r.atHand(id); h != nil && (most == nil || worse(*h, *most)) {
			most, end = h, id
		}
		for _, g := range r.grants[id] {
			if _, known := by[g.On]; !known && r.x.Identities[g.On] != nil && g.Certain && len(levelAspects(g.Level)) > 0 && g.Level != "read" {
				by[g.On] = g
				queue = append(queue, g.On)
			}
		}
	}
	if most == nil {
		return nil
	}
	told := *most
	for g := by[end]; g != nil; g = by[g.Identity] {
		told = told.through(g.Identity+" has "+g.Level+" rights on "+g.On, g.Evidence)
	}
	return &told
}

// through is a harm told from one step farther away.
func (h harm) through(how string, evidence []model.Evidence) harm {
	h.why = fmt.Sprintf("%s: %s", how, h.why)
	h.evidence = slices.Concat(h.evidence, evidence)
	return h
}

// atHand is the worst that an identity or element can do without acting as
// another; nil for nothing.
func (r *Rater) atHand(id string) *harm {
	if h, ok := r.direct.Load(id); ok {
		return h.(*harm)
	}
	h := r.computeAtHand(id)
	r.direct.Store(id, h)
	return h
}

func (r *Rater) computeAtHand(id string) *harm {
	var most *harm
	var tell func() harm
	consider := func(h harm, told func() harm) {
		if most == nil || worse(h, *most) {
			most, tell = &h, told
		}
	}
	for _, g := range r.grants[id] {
		asked := levelAspects(g.Level)
		if !g.Certain || len(asked) == 0 || r.x.Identities[g.On] != nil {
			continue
		}
		var h harm
		switch {
		case g.On == Account && (g.Level == "admin" || g.Level == "permissions"):
			h = r.adminHarm()
		case g.On == Account || r.holdsData(g.On):
			h = r.placeHarm(g.On, "elevation", asked)
		default:
			continue
		}
		consider(h, func() harm { return h.through(id+" has "+g.Level+" rights on "+g.On, g.Evidence) })
	}
	for _, f := range r.flows[id] {
		if f.To != "" && f.To != id && r.holdsData(f.To) {
			h := r.placeHarm(f.To, "elevation", aspects("elevation"))
			consider(h, func() harm { return h.through(id+" talks to "+f.To, f.Evidence) })
		}
	}
	if most == nil {
		return nil
	}
	told := tell()
	return &told
}

// levelAspects says what the holder of a right can do to data.
func levelAspects(level string) []aspect {
	switch level {
	case "read":
		return []aspect{exposed}
	case "write":
		return []aspect{changed, lost}
	case "permissions", "admin":
		return []aspect{exposed, changed, lost}
	}
	return nil
}

// holdsData reports whether an element is a place where data lies, known or not.
func (r *Rater) holdsData(id string) bool {
	if len(r.data[id]) > 0 {
		return true
	}
	e := r.x.Elements[id]
	if e == nil {
		return false
	}
	return strings.HasPrefix(e.Kind, "store.") || isLog(e) ||
		slices.Contains([]string{"secret_store", "queue", "topic", "stream", "ci.state"}, e.Kind)
}
