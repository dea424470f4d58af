package iam

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// applied says which configurations may be applied to one account. A right on
// everything reaches what another configuration makes only if both are: of two
// that do not say where they are applied, and of which neither names what the
// other makes, nothing is known, and so nothing is said.
type applied struct {
	roots  map[string]string  // of elements and identities
	of     map[string]string  // what tells a configuration's account, where it says
	joined map[string]string  // a configuration to another of its group
	apart  map[[2]string]bool // pairs across which rights were left out, by name
}

func (d *Decider) noteApplied(sys *model.System) {
	a := &applied{roots: map[string]string{}, of: map[string]string{}, joined: map[string]string{}, apart: map[[2]string]bool{}}
	for _, i := range sys.Identities {
		a.roots[i.ID] = i.Root
	}
	for _, e := range sys.Elements {
		a.roots[e.ID] = e.Root
		if e.Account != "" {
			a.of[e.Root] = e.Account
		}
	}
	d.applied = a
	if a.single() {
		return
	}
	for _, e := range sys.Elements {
		a.join(e.ID, e.RunsAs)
		for _, r := range e.References {
			a.join(e.ID, r.To)
		}
	}
	for _, f := range sys.Flows {
		a.join(f.From, f.To)
	}
	for _, l := range sys.Links {
		a.join(l.From, l.To)
		a.join(l.To, l.RefersTo)
	}
	d.joinNamed()
}

// single reports whether there is no more than one configuration, so that there
// is nothing to find out.
func (a *applied) single() bool {
	first, some := "", false
	for _, root := range a.roots {
		if some && root != first {
			return false
		}
		first, some = root, true
	}
	return true
}

// joinNamed joins configurations of which a policy of one names what the other
// makes.
func (d *Decider) joinNamed() {
	for _, id := range sortedKeys(d.holders) {
		for _, statements := range d.holders[id].allow {
			for _, s := range statements {
				d.joinAll(id, s.Resources)
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(d.resources)) {
		for _, p := range d.resources[id] {
			for _, s := range p.doc.Statements {
				d.joinAll(id, s.Principals["AWS"])
			}
		}
	}
}

func (d *Decider) joinAll(id string, names []string) {
	for _, name := range names {
		name = strings.TrimSuffix(strings.TrimSuffix(name, "/*"), ":*")
		if strings.ContainsAny(name, "*?") {
			continue
		}
		if other, ok := d.Named(name); ok {
			d.applied.join(id, other)
		}
	}
}

// join puts the configurations of two elements into one group.
func (a *applied) join(from, to string) {
	x, known := a.roots[from]
	y, also := a.roots[to]
	if !known || !also {
		return
	}
	if x, y = a.group(x), a.group(y); x != y {
		a.joined[x] = y
	}
}

func (a *applied) group(root string) string {
	for {
		next, ok := a.joined[root]
		if !ok {
			return root
		}
		root = next
	}
}

// Together reports whether what two elements or identities belong to may be
// applied to one account.
func (d *Decider) Together(id, other string) bool {
	if a, b := d.homes.of[id], d.homes.of[other]; a != "" && b != "" && a != b {
		return true // the numbers and the policies decide
	}
	x, y := d.applied.roots[id], d.applied.roots[other]
	if x == y || x == "" || y == "" {
		return true
	}
	if d.applied.of[x] != "" && d.applied.of[y] != "" {
		return d.applied.of[x] == d.applied.of[y]
	}
	return d.applied.group(x) == d.applied.group(y)
}

// leftOut notes that a right was not followed to another configuration. The
// environments of one configuration are meant to be apart.
func (a *applied) leftOut(id, other string) {
	x, y := a.roots[id], a.roots[other]
	dir, _, _ := strings.Cut(x, "@")
	also, _, _ := strings.Cut(y, "@")
	if dir != also && (a.of[x] == "" || a.of[y] == "") {
		a.apart[[2]string{x, y}] = true
	}
}

// gap says between how many configurations rights were not followed, and how to
// settle it; nil for none.
func (a *applied) gap() *model.Gap {
	if len(a.apart) == 0 {
		return nil
	}
	pairs := slices.SortedFunc(maps.Keys(a.apart), func(p, q [2]string) int {
		return cmp.Or(strings.Compare(p[0], q[0]), strings.Compare(p[1], q[1]))
	})
	first := pairs[0]
	where := fmt.Sprintf("from %s to %s", first[0], first[1])
	if n := len(pairs) - 1; n > 0 {
		where += fmt.Sprintf(" and %d more", n)
	}
	return &model.Gap{
		Severity: "warning", What: "rights across configurations",
		Why: "whether they are applied to one account is not in the sources, so rights on everything were not followed " + where,
		Do:  "set allowed_account_ids in the provider blocks",
	}
}
