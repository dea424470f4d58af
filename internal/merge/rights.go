package merge

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// rights decides what identities of one part may do in another. Only parts whose
// account is known can have such rights: those that share an account, and those
// of which one names the account of the other in a policy.
func (w *whole) rights() {
	near := w.neighbours()
	if len(near) == 0 {
		return
	}
	some := model.New()
	in := func(id string) bool { return near[w.owner[id]] }
	for _, e := range w.Elements {
		if in(e.ID) {
			some.Elements = append(some.Elements, e)
		}
	}
	for _, i := range w.Identities {
		if in(i.ID) {
			some.Identities = append(some.Identities, i)
		}
	}
	for _, p := range w.Policies {
		if in(p.Holder) {
			some.Policies = append(some.Policies, p)
		}
	}
	w.withoutKnown()
	iam.Decide(some)
	for _, g := range some.Grants {
		from, to := w.owner[g.Identity], w.owner[g.On]
		if from > 0 && to > 0 && from != to {
			w.Grants = append(w.Grants, g)
		}
	}
}

// withoutKnown drops the rights of outsiders who have turned out to be of the
// whole: what they may do is decided anew for each of their identities.
func (w *whole) withoutKnown() {
	known := map[string]bool{}
	for _, a := range w.accounts {
		known["account:"+a.number] = a.known
	}
	for _, i := range w.Identities {
		known[i.ARN] = i.ARN != ""
	}
	w.Grants = slices.DeleteFunc(w.Grants, func(g *model.Grant) bool { return w.owner[g.Identity] == 0 && known[g.Identity] })
}

// neighbours are the parts, counted from 1, that may have rights in one another.
func (w *whole) neighbours() map[int]bool {
	byNumber := map[string][]int{}
	for i, a := range w.accounts {
		if a.known {
			byNumber[a.number] = append(byNumber[a.number], i+1)
		}
	}
	near := map[int]bool{}
	for _, parts := range byNumber {
		if len(parts) > 1 {
			mark(near, parts)
		}
	}
	for _, p := range w.Policies {
		own := w.owner[p.Holder]
		for _, number := range numbersIn(p.Document) {
			if parts := byNumber[number]; own > 0 && len(parts) > 0 && w.accounts[own-1].known && !slices.Contains(parts, own) {
				mark(near, append(slices.Clone(parts), own))
			}
		}
	}
	return near
}

func mark(set map[int]bool, list []int) {
	for _, i := range list {
		set[i] = true
	}
}

// numbersIn lists the account numbers in a document.
func numbersIn(document string) []string {
	var found []string
	for _, word := range strings.FieldsFunc(document, func(r rune) bool { return r < '0' || r > '9' }) {
		if isNumber(word) && !slices.Contains(found, word) {
			found = append(found, word)
		}
	}
	return found
}
