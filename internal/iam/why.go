package iam

import (
	"strings"
)

// missed is a statement that would allow, but for a condition.
type missed struct {
	statement
	condition Condition
}

// findMissed notes the statements which would allow what is asked, were it not
// for a condition that does not hold.
func (q *question) findMissed(d *Decider) {
	look := func(list []statement) {
		for _, s := range list {
			if s.hasAction(q.action) == no || q.onResource(s, q.every) == no {
				continue
			}
			for _, c := range s.Conditions {
				if q.condition(c, true) == no {
					q.missed = append(q.missed, missed{s, c})
					break
				}
			}
		}
	}
	if h := d.holders[q.principal.ID]; h != nil {
		look(h.candidates(q.action))
	}
	id, _ := d.Named(q.resource)
	for _, p := range d.resources[id] {
		allow, _ := p.split()
		for _, s := range allow {
			if n := s.names(q.principal); anyOf(n.direct, n.account) != no {
				look([]statement{s})
			}
		}
	}
}

// telling says how much a decision against somebody explains: an explicit Deny
// most, that nothing allows least.
func (q *question) telling(d Decision) int {
	if d.Answer != Denied {
		return 0
	}
	switch {
	case q.deny == yes && q.mightHave():
		return 4
	case q.deny == yes:
		return 1
	case q.mightHave():
		return 3
	case len(q.missed) > 0:
		return 2
	}
	return 0
}

// mightHave reports whether something in the sources speaks for it at all.
func (q *question) mightHave() bool { return anyOf(q.identity, anyOf(q.direct, q.byAccount)) != no }

// why tells what a decision rests on.
func (q *question) why(d Decision) []Reason {
	switch {
	case d.Answer == Denied && q.deny == yes:
		return q.whyDenied()
	case d.Answer == Denied:
		return q.whyNot()
	}
	var list []Reason
	for _, f := range q.found {
		if f.grade >= depends && f.policy != nil && f.part != "scp" {
			list = append(list, Reason{f.says() + " allows it" + limiting[f.part], f.location()})
		}
	}
	for _, f := range q.against {
		list = append(list, Reason{f.says() + " may deny it", f.location()})
	}
	for _, s := range q.narrow {
		list = append(list, Reason{s.says() + " takes back a part of it", s.location()})
	}
	return list
}

// limiting says what a statement that allows is a part of, where it only limits.
var limiting = map[string]string{"boundary": ", as the permission boundary", "session": ", as the policy of the session"}

func (q *question) whyDenied() []Reason {
	var list []Reason
	for _, f := range q.against {
		if f.grade == yes {
			list = append(list, Reason{f.says() + " denies it, and a Deny wins over every Allow", f.location()})
		}
	}
	return list
}

// whyNot names the side that does not allow.
func (q *question) whyNot() []Reason {
	var list []Reason
	own := q.identity
	for _, f := range q.found {
		if f.policy != nil && (f.part == "identity" || f.part == "resource") {
			list = append(list, Reason{f.says() + " allows it", f.location()})
		}
	}
	add := func(text string) { list = append(list, Reason{Text: text}) }
	switch {
	case len(q.narrow) > 0 && q.mightHave():
		for _, s := range q.narrow {
			list = append(list, Reason{s.says() + " denies all of the part that is allowed", s.location()})
		}
	case own != no && q.boundary == no:
		for _, p := range q.bounds {
			list = append(list, Reason{"the permission boundary of " + q.principal.ID + " leaves no room for it", p.location()})
		}
	case own != no && q.session == no:
		add("the policy of the session leaves no room for it")
	case own != no && q.controls:
		add("but the policy of the resource itself must let it in, and does not")
	case own != no && q.principal.Account != q.account:
		add("but the resource lies in another account, and its policy does not let it in")
	case q.byAccount != no:
		add("but only leaves the choice to the account, and no policy of " + q.name() + " allows it")
	}
	for _, m := range q.missed {
		list = append(list, Reason{m.says() + " would allow it, but its condition does not hold: " + m.condition.String(), m.location()})
	}
	if len(list) == 0 {
		add("no statement allows it")
	}
	return list
}

func (q *question) name() string {
	if q.principal.ID != "" {
		return q.principal.ID
	}
	return strings.TrimSpace("the caller " + q.principal.ARN)
}
