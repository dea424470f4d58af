package iam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
)

// levels decides what a holder may do to a thing. Holders whose statements
// speak of things in the same way get the same answer without being asked
// again.
func (a *aws) levels(h *holder, t *thing) []level {
	key, shared := a.key(h, t)
	if shared {
		if have, ok := a.answers[key]; ok {
			return have
		}
	}
	list := a.decideLevels(h, t)
	if shared {
		a.answers[key] = list
	}
	return list
}

// key names everything that the answer depends on: which statements speak of
// which of the thing's subjects. It is not shared where a statement has
// conditions or variables, or the thing a policy of its own that speaks of the
// holder.
func (a *aws) key(h *holder, t *thing) (key string, shared bool) {
	if a.speaks(t, h.principal) {
		return "", false
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s %s %t %t", t.service, t.kinds, h.principal.Kind == User, len(a.resources[t.id]) > 0)
	if len(a.scps)+len(a.rcps) > 0 {
		fmt.Fprintf(&out, " %s %s %s", h.principal.Account, a.roots[h.principal.ID], a.roots[t.id])
	}
	write := func(s statement) bool {
		if len(s.Conditions) > 0 || s.hasVariables() {
			return false
		}
		fmt.Fprintf(&out, " %p", s.Statement)
		for _, name := range sortedKeys(t.subjects) {
			fmt.Fprintf(&out, "%d", s.speaksOf(t.subjects[name]))
		}
		return true
	}
	for _, service := range append([]string{""}, t.services...) {
		for _, s := range h.allow[service] {
			if !write(s) {
				return "", false
			}
		}
	}
	for _, s := range h.deny {
		if !write(s) {
			return "", false
		}
	}
	for _, p := range slices.Concat(h.boundaries, a.scps, a.rcps) {
		fmt.Fprintf(&out, " limit %p", p.doc)
		for i := range p.doc.Statements {
			if !write(statement{Statement: &p.doc.Statements[i], policy: p}) {
				return "", false
			}
		}
	}
	return out.String(), true
}

// speaks reports whether a thing's own policy says anything of a principal, or
// cannot be seen.
func (a *aws) speaks(t *thing, p Principal) bool {
	for _, pol := range a.resources[t.id] {
		if pol.dark {
			return true
		}
		for i := range pol.doc.Statements {
			if n := pol.doc.Statements[i].names(p); anyOf(n.direct, n.account) != no {
				return true
			}
		}
	}
	return false
}

func (s *Statement) hasVariables() bool {
	return slices.ContainsFunc(s.resources, func(p pattern) bool { return p.vars }) ||
		slices.ContainsFunc(s.notResource, func(p pattern) bool { return p.vars })
}

// speaksOf sums up how a statement's resources relate to a subject.
func (s *Statement) speaksOf(subject string) int {
	sum := 0
	for _, p := range append(slices.Clone(s.resources), s.notResource...) {
		sum = max(sum, int(p.touches(subject))*4+int(p.matches(subject)))
	}
	return sum
}

// decideLevels asks about every action that can be done to a thing.
func (a *aws) decideLevels(h *holder, t *thing) []level {
	found := map[string]*level{}
	every := true // action that can be done to it
	for _, service := range t.services {
		table := awsdata.Actions().Services[service]
		if table == nil {
			continue
		}
		for _, name := range sortedKeys(table.Actions) {
			action := table.Actions[name]
			subject, ok := t.subject(action)
			if !ok {
				continue
			}
			d := a.try(h, service+":"+action.Name, subject)
			if d.Answer != Allowed {
				every = every && service != t.service
			}
			if d.Answer == Denied || d.Unseen {
				continue
			}
			for _, l := range t.levelsOf(service+":"+action.Name, action.Level) {
				note(found, l, service+":"+action.Name, d)
			}
		}
	}
	if every && found[LevelPermissions] != nil {
		l := *found[LevelPermissions]
		l.name, l.actions = LevelAdmin, []string{t.service + ":*"}
		return []level{l} // it holds all the others
	}
	return sorted(found)
}

func (a *aws) try(h *holder, action, subject string) Decision {
	if !a.Could(h.principal.ID, action) && len(a.resources) == 0 {
		return Decision{Answer: Denied}
	}
	return a.ask(h.principal, action, subject, nil, false)
}

func note(found map[string]*level, name, action string, d Decision) {
	l := found[name]
	if l == nil {
		l = &level{name: name, certain: true}
		found[name] = l
	} else if d.Answer == Depends && l.certain {
		return // one certain action is enough for the level
	} else if d.Answer == Allowed && !l.certain {
		*l = level{name: name, certain: true}
	}
	if len(l.actions) < maxActions {
		l.actions = append(l.actions, action)
	}
	l.add(d)
}

// levelsOf says which levels an action counts for. What reading and changing a
// thing takes is said by content.hcl where that has an entry for it.
func (t *thing) levelsOf(action, level string) []string {
	if level == "tagging" {
		return nil
	}
	if !t.rated || level == LevelPermissions || level == LevelList {
		return append(t.ratedLevels(action), level)
	}
	return t.ratedLevels(action)
}

func (t *thing) ratedLevels(action string) []string {
	var list []string
	if slices.Contains(t.content.Read, action) {
		list = append(list, LevelRead)
	}
	if slices.Contains(t.content.Write, action) {
		list = append(list, LevelWrite)
	}
	return list
}

var levelOrder = []string{LevelList, LevelRead, LevelWrite, LevelPermissions}

func sorted(found map[string]*level) []level {
	var list []level
	for _, name := range levelOrder {
		if l := found[name]; l != nil {
			list = append(list, *l)
		}
	}
	return list
}
