package iam

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
)

// levels decides what a holder may do to a thing. Holders whose statements
// speak of things in the same way get the same answer without being asked
// again.
func (a *aws) levels(h *holder, t *thing) []level {
	key, shared := a.key(h, t)
	if shared {
		if have, ok := a.answers[key]; ok {
			return h.relocated(have)
		}
	}
	list := a.decideLevels(h, t)
	if shared {
		a.answers[key] = list
	}
	return list
}

// relocated puts the holder's own places for those of another holder of the same
// statements.
func (h *holder) relocated(list []level) []level {
	list = slices.Clone(list)
	for i, l := range list {
		list[i].evidence = slices.Clone(l.evidence)
		for j, of := range l.of {
			if s, mine := h.own[of]; mine {
				list[i].evidence[j] = s.location()
			}
		}
	}
	return list
}

// key names everything that the answer depends on: which statements speak of
// which of the thing's subjects, and whether their conditions hold. It is not
// shared where the thing has a policy of its own that speaks of the holder, or
// stands in a region that nobody tells.
func (a *aws) key(h *holder, t *thing) (key string, shared bool) {
	if a.speaks(t, h.principal) || a.anywhere[t.id] && h.namesRegions(t.services) {
		return "", false
	}
	k := keyWriter{question: &question{request: &request{principal: h.principal, resource: t.arn, account: cmp.Or(AccountOf(t.arn), a.account), tags: a.tags[t.id]}}, thing: t, numbers: a.numbers}
	k.word(t.service)
	k.word(t.kinds)
	k.bits(h.principal.Kind == User, len(a.resources[t.id]) > 0)
	if len(a.scps)+len(a.rcps) > 0 {
		for _, w := range []string{h.principal.Account, a.roots[h.principal.ID], a.roots[t.id]} {
			k.word(w)
		}
	}
	for _, service := range append([]string{""}, t.services...) {
		for _, s := range h.allow[service] {
			k.statement(s, true)
		}
	}
	for _, s := range h.deny {
		k.statement(s, false)
	}
	for _, p := range slices.Concat(h.boundaries, a.scps, a.rcps) {
		k.word("limit " + p.Holder)
		for i := range p.doc.Statements {
			s := statement{Statement: &p.doc.Statements[i], policy: p}
			k.statement(s, s.Effect != "Deny")
		}
	}
	return string(k.out), true
}

// namesRegions reports whether rights on some services are for one region only.
func (h *holder) namesRegions(services []string) bool {
	return slices.ContainsFunc(services, func(service string) bool {
		return slices.ContainsFunc(h.allow[service], func(s statement) bool { return slices.ContainsFunc(s.resources, pattern.namesRegion) })
	})
}

// keyWriter writes the parts of a key, each with an end of its own.
type keyWriter struct {
	*question
	thing   *thing
	numbers map[*Statement]int
	out     []byte
}

func (k *keyWriter) word(w string) { k.out = append(append(k.out, w...), 0) }

func (k *keyWriter) bits(list ...bool) {
	for _, b := range list {
		k.out = append(k.out, truth(b)[0])
	}
}

// statement writes which statement it is, how it speaks of the thing, and
// whether its conditions hold, which depends on who asks and on the thing but
// not on the action.
func (k *keyWriter) statement(s statement, helps bool) {
	number, known := k.numbers[s.Statement]
	if !known {
		number = len(k.numbers)
		k.numbers[s.Statement] = number
	}
	k.out = append(strconv.AppendInt(k.out, int64(number), 10), ' ')
	for _, list := range [][]pattern{s.resources, s.notResource} {
		for _, p := range list {
			if p.vars {
				p = p.expand(k.variable)
				k.word(p.text)
			}
			for _, name := range k.thing.names {
				subject := k.thing.subjects[name]
				k.out = append(k.out, byte('0'+int(p.touches(subject))*4+int(p.matches(subject))))
			}
		}
	}
	if len(s.Conditions) > 0 {
		g, on := k.holds(s.Conditions, helps)
		k.out = append(k.out, 'c', byte('0'+g))
		for _, c := range on {
			k.word(c)
		}
	}
	k.out = append(k.out, 0)
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

// decideLevels asks about every action that counts for a level, and, where none
// of those is missing, about the others too: who may do all is its master.
func (a *aws) decideLevels(h *holder, t *thing) []level {
	found := map[string]*level{}
	every := true // action of its own service that can be done to it
	deeds := a.deeds(t)
	for _, deed := range deeds.counting {
		d := a.try(h, deed.name, t.subjects[deed.kind])
		if d.Answer != Allowed {
			every = every && !deed.own
		}
		if d.Answer == Denied || d.Unseen {
			continue
		}
		for _, l := range deed.levels {
			note(found, l, deed.name, d)
		}
	}
	if found[LevelPermissions] == nil || !every || !a.mayAll(h, t, deeds.others) {
		return sorted(found)
	}
	l := *found[LevelPermissions]
	l.name, l.actions = LevelAdmin, []string{t.service + ":*"}
	return []level{l} // it holds all the others
}

func (a *aws) mayAll(h *holder, t *thing, others []deed) bool {
	for _, deed := range others {
		if deed.own && a.try(h, deed.name, t.subjects[deed.kind]).Answer != Allowed {
			return false
		}
	}
	return true
}

// deed is an action that can be done to things of one kind. Kind says to which
// of the thing's subjects, and own that it is one of the thing's own service.
type deed struct {
	name, kind string
	levels     []string
	own        bool
}

// deeds are those that count for some level, and the others.
type deeds struct{ counting, others []deed }

// deeds lists what can be done to a thing, once for all that are like it.
func (a *aws) deeds(t *thing) *deeds {
	key := t.service + " " + t.kinds
	if have := a.actions[key]; have != nil {
		return have
	}
	list := &deeds{}
	for _, service := range t.services {
		table := awsdata.Actions().Services[service]
		if table == nil {
			continue
		}
		for _, name := range sortedKeys(table.Actions) {
			action := table.Actions[name]
			kind, ok := kindOf(action, t.subjects)
			if !ok {
				continue
			}
			d := deed{name: service + ":" + action.Name, kind: kind, own: service == t.service}
			if d.levels = t.levelsOf(d.name, action.Level); len(d.levels) > 0 {
				list.counting = append(list.counting, d)
			} else {
				list.others = append(list.others, d)
			}
		}
	}
	a.actions[key] = list
	return list
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
