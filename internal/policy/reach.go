package policy

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// mostBehind bounds how many elements are listed behind one; the worst come
// first. An administrator's role leads to everything.
const mostBehind = 20

// reach finds what matters behind gateways and programs.
type reach struct {
	index *model.Index
	worth map[string]int // elements whose data is rated serious or worse
	by    map[string][]string
	flows map[string][]string
	parts map[string][]string
}

func newReach(sys *model.System, x *model.Index) *reach {
	r := &reach{index: x, worth: map[string]int{}, by: map[string][]string{}, flows: map[string][]string{}, parts: map[string][]string{}}
	for _, e := range sys.Elements {
		if n := worstOf(e, x); n >= serious {
			r.worth[e.ID] = n
		}
		if e.PartOf != "" {
			r.parts[e.PartOf] = append(r.parts[e.PartOf], e.ID)
		}
	}
	for _, g := range sys.Grants {
		if g.Certain && r.worth[g.On] > 0 && (g.Level == "read" || g.Level == "write" || g.Level == "admin") {
			r.by[g.Identity] = append(r.by[g.Identity], g.On)
		}
	}
	for identity, ids := range r.by {
		r.by[identity] = r.worstFirst(ids)
	}
	for _, f := range sys.Flows {
		if f.To != "" {
			r.flows[f.From] = append(r.flows[f.From], f.To)
		}
	}
	return r
}

// serious is the rating from which data counts as at stake.
const serious = 3

func worstOf(e *model.Element, x *model.Index) int {
	worst := 0
	for _, id := range slices.Concat(e.Stores, e.Process) {
		if d := x.Data[id]; d != nil {
			worst = max(worst, d.Confidentiality, d.Integrity)
		}
	}
	return worst
}

// behind lists the elements with serious data that a request to an element can
// lead to in two steps: what it forwards to, contains, talks to or may use. Only
// what runs programs or stands before them leads anywhere.
func (r *reach) behind(e *model.Element) []string {
	if !strings.HasPrefix(e.Kind, "compute.") && !strings.HasPrefix(e.Kind, "gateway.") && e.Kind != "go.service" {
		return nil
	}
	found := r.next(e)
	for _, id := range r.near(e) {
		if one := r.index.Elements[id]; one != nil {
			found = append(found, r.next(one)...)
		}
	}
	return r.worstFirst(found)
}

func (r *reach) near(e *model.Element) []string {
	return slices.Concat(r.flows[e.ID], r.parts[e.ID])
}

// next lists what matters one step from an element.
func (r *reach) next(e *model.Element) []string {
	found := slices.Clone(r.by[e.RunsAs])
	for _, id := range r.near(e) {
		if r.worth[id] > 0 {
			found = append(found, id)
		}
	}
	return found
}

func (r *reach) worstFirst(ids []string) []string {
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(r.worth[b], r.worth[a]), strings.Compare(a, b)) })
	ids = slices.Compact(ids)
	return ids[:min(len(ids), mostBehind)]
}
