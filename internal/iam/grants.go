package iam

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// cloud decides the rights in one way of giving them: policies, as in AWS, or
// role bindings, as in the other clouds.
type cloud interface {
	grants() []*model.Grant
	problems() []*model.Gap
}

// Decide fills sys.Grants with what each identity may do to each element and
// identity, and notes what could not be considered. A grant whose only ground
// is a part of a policy that the sources do not tell is left out.
func Decide(sys *model.System) {
	for _, c := range []cloud{newAWS(sys), newBound(sys)} {
		sys.Grants = append(sys.Grants, c.grants()...)
		sys.Gaps = append(sys.Gaps, c.problems()...)
	}
}

// Account is what a grant on everything is on.
const Account = "account"

// The levels of grants, from little to much. Admin is every action that can be
// done to the thing, and comes alone.
const (
	LevelList        = "list"
	LevelRead        = "read"
	LevelWrite       = "write"
	LevelPermissions = "permissions"
	LevelAdmin       = "admin"
)

type aws struct {
	*Decider
	things    []*thing
	byService map[string][]*thing // in order of ARN
	answers   map[string][]level  // by what decides them
	actions   map[string]*deeds   // by service and kinds of subjects
	numbers   map[*Statement]int  // see keyWriter
}

// level is a right of one level, with why.
type level struct {
	name     string
	actions  []string
	certain  bool
	on       []string
	evidence []model.Evidence
	of       []*Statement // of the evidence
}

func newAWS(sys *model.System) *aws {
	a := &aws{Decider: NewDecider(sys), things: things(sys), byService: map[string][]*thing{}, answers: map[string][]level{}, actions: map[string]*deeds{}, numbers: map[*Statement]int{}}
	for _, t := range a.things {
		for _, s := range t.services {
			a.byService[s] = append(a.byService[s], t)
		}
	}
	return a
}

// problems lists what could not be considered. It is asked for after the grants.
func (a *aws) problems() []*model.Gap {
	gaps := a.Gaps()
	if g := a.applied.gap(); g != nil {
		gaps = append(gaps, g)
	}
	return gaps
}

func (a *aws) grants() []*model.Grant {
	open, naming := a.withOwnPolicy()
	var list []*model.Grant
	for _, id := range sortedKeys(a.holders) {
		h := a.holders[id]
		if l, ok := a.administrator(h); ok {
			list = append(list, grant(id, Account, l))
		}
		have := map[string]bool{}
		for _, t := range a.reach(h, append(slices.Clone(naming[h.principal.ARN]), open...)) {
			if !a.Together(id, t.id) {
				a.applied.leftOut(id, t.id)
				continue
			}
			for _, l := range a.levels(h, t) {
				g := grant(id, t.id, l)
				if !have[g.ID] { // one of several ARNs is enough
					have[g.ID] = true
					list = append(list, g)
				}
			}
		}
	}
	return append(list, a.outsideGrants()...)
}

func grant(identity, on string, l level) *model.Grant {
	return &model.Grant{
		ID: fmt.Sprintf("%s -> %s#%s", identity, on, l.name), Identity: identity, On: on, Level: l.name,
		Actions: l.actions, Certain: l.certain, Conditions: l.on, Evidence: l.evidence,
	}
}

// withOwnPolicy lists the things whose own policy may let somebody in: by the
// ARN of the identity where it names one, else for everybody to look at.
func (a *aws) withOwnPolicy() (open []*thing, naming map[string][]*thing) {
	naming = map[string][]*thing{}
	for _, t := range a.things {
		names, others := a.letsIn(t.id)
		for _, arn := range names {
			naming[arn] = append(naming[arn], t)
		}
		if others {
			open = append(open, t)
		}
	}
	return open, naming
}

// letsIn returns the ARNs of the identities that an element's own policy names
// in an Allow, and whether it may let in others too.
func (a *aws) letsIn(id string) (names []string, others bool) {
	for _, pol := range a.resources[id] {
		for _, s := range pol.doc.Statements {
			if s.Effect != "Allow" {
				continue
			}
			others = others || s.NotPrincipals != nil || len(s.Principals["*"]) > 0
			for _, name := range s.Principals["AWS"] {
				if identity, ok := a.named[name]; ok && a.holders[identity] != nil {
					names = append(names, name)
				} else {
					others = true
				}
			}
		}
	}
	return compact(names), others
}

// administrator decides whether a holder may do everything that matters on
// everything.
func (a *aws) administrator(h *holder) (level, bool) {
	l := level{name: LevelAdmin, certain: true, actions: []string{"*"}}
	for _, action := range awsdata.Contents().Administrator {
		if !a.Could(h.principal.ID, action) {
			return level{}, false
		}
		d := a.MayAll(h.principal, action, "*", nil)
		if d.Answer == Denied || d.Unseen {
			return level{}, false
		}
		l.add(d)
	}
	return l, true
}

func (l *level) add(d Decision) {
	l.certain = l.certain && d.Answer == Allowed
	if d.Answer == Depends {
		l.on = compact(append(l.on, d.On...))
	}
	for _, r := range d.Because {
		if len(l.evidence) < maxEvidence && !slices.Contains(l.evidence, r.Evidence) {
			l.evidence = append(l.evidence, r.Evidence)
			l.of = append(l.of, r.of)
		}
	}
}

// maxEvidence is how many statements a grant names, and maxActions how many
// actions: a reader needs examples, not the service's list.
const (
	maxEvidence = 5
	maxActions  = 8
)

// reach lists the things that some statement of a holder may name, and those
// with a policy of their own, without asking about every thing there is.
func (a *aws) reach(h *holder, letIn []*thing) []*thing {
	found := map[*thing]bool{}
	for _, t := range letIn {
		if a.namedBy(t, h.principal) {
			found[t] = true
		}
	}
	for service, statements := range h.allow {
		for _, s := range statements {
			for _, t := range a.namedIn(h, s, service) {
				found[t] = true
			}
		}
	}
	list := make([]*thing, 0, len(found))
	for t := range found {
		list = append(list, t)
	}
	slices.SortFunc(list, func(x, y *thing) int { return cmp.Or(cmp.Compare(x.id, y.id), cmp.Compare(x.arn, y.arn)) })
	return list
}

func (a *aws) namedBy(t *thing, p Principal) bool {
	for _, pol := range a.resources[t.id] {
		for i := range pol.doc.Statements {
			s := &pol.doc.Statements[i]
			if n := s.names(p); s.Effect == "Allow" && (anyOf(n.direct, n.account) != no) {
				return true
			}
		}
	}
	return false
}

// namedIn lists the things of a service that a statement's resources may name.
func (a *aws) namedIn(h *holder, s statement, service string) []*thing {
	pool := a.things
	if service != "" {
		pool = a.byService[service]
	}
	if len(s.notResource) > 0 {
		return pool
	}
	r := &request{principal: h.principal}
	var list []*thing
	for _, p := range s.resources {
		p = p.expand(r.variable)
		list = append(list, within(pool, p)...)
		if a.regionless && p.namesRegion() {
			list = append(list, within(pool, newPattern(inAnyRegion(p.text), false))...)
		}
	}
	return list
}

// within returns the things whose ARN the pattern may name, or which hold what
// it names. The pool is in order of ARN, so that only those that begin like the
// pattern are looked at.
func within(pool []*thing, p pattern) []*thing {
	prefix := p.segments[0]
	if mark := strings.IndexByte(prefix, '?'); mark >= 0 {
		prefix = prefix[:mark]
	}
	if len(p.segments) == 1 && !strings.Contains(p.text, "?") {
		return holding(pool, p.text)
	}
	from, _ := slices.BinarySearchFunc(pool, prefix, func(t *thing, s string) int { return strings.Compare(t.arn, s) })
	var list []*thing
	for _, t := range pool[from:] {
		if !strings.HasPrefix(t.arn, prefix) {
			break
		}
		if !p.reaches(t.arn) {
			continue
		}
		if p.touches(t.arn) != no || p.touches(t.arn+"/*") != no || p.touches(t.arn+":*") != no {
			list = append(list, t)
		}
	}
	return append(list, holding(pool, prefix)...)
}

// holding returns the things with this very ARN, or one that it is a part of.
func holding(pool []*thing, arn string) []*thing {
	var list []*thing
	for {
		at, _ := slices.BinarySearchFunc(pool, arn, func(t *thing, s string) int { return strings.Compare(t.arn, s) })
		for ; at < len(pool) && pool[at].arn == arn; at++ {
			list = append(list, pool[at])
		}
		cut := strings.LastIndexAny(arn, "/:")
		if cut < 0 {
			return list
		}
		arn = arn[:cut]
	}
}
