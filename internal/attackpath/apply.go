package attackpath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// attempt is one technique tried on one target from one position.
type attempt struct {
	*graph
	t      *Technique
	from   position
	target target
	actor  iam.Principal

	certain  bool
	assumes  []string
	actions  []string
	facts    []string
	also     []position
	aids     []position
	rests    []ground
	evidence []model.Evidence
	gained   string // id of the identity or element that the gain is of
}

// apply tries a technique on a target and returns the edges that it gives. Where
// it does not certainly succeed, it is tried again with what an attacker may
// come to hold besides, and that then must be held.
func (g *graph) apply(p position, t *Technique, on target) []*edge {
	var list []*edge
	if e := g.attempt(p, t, on, nil); e != nil {
		list = append(list, e)
		if e.certain || len(e.step.Assumes) == len(t.Assumes) {
			return list
		}
	}
	if p.what != identity || len(t.Needs) == 0 || !g.tagged && !g.guarded {
		return list
	}
	for _, aids := range g.aids(p, on) {
		for _, one := range aids {
			if e := g.attempt(p, t, on, one); e != nil && (e.certain || len(list) == 0) {
				list = append(list, e)
			}
		}
		if len(list) > 0 {
			break
		}
	}
	return list
}

// aids are what may help against conditions: to set or remove the target's
// tags, a second factor of the actor, or both.
func (g *graph) aids(p position, on target) [][][]position {
	factor := position{secondFactor, p.id}
	tag, untag := position{tags, on.id()}, position{untags, on.id()}
	return [][][]position{{{tag}, {untag}, {factor}}, {{factor, tag}, {factor, untag}}}
}

// attempt makes one try.
func (g *graph) attempt(p position, t *Technique, on target, aids []position) *edge {
	a := &attempt{
		graph: g, t: t, from: p, target: on, also: slices.Clone(aids), aids: aids,
		certain: len(t.Assumes) == 0, assumes: slices.Clone(t.Assumes),
	}
	a.actor = a.principal()
	to, ok := a.gain()
	if !ok || to == p || !a.meets() || !a.allowed() {
		return nil
	}
	if to.what == admin {
		if !g.boundless(a.gained) {
			return nil
		}
		if a.gained != p.id {
			a.also = append(a.also, position{identity, a.gained})
		}
	}
	return a.edge(to)
}

func (a *attempt) principal() iam.Principal {
	switch a.from.what {
	case internet:
		return iam.Anyone()
	case anyAccount:
		return iam.AnyAccount("")
	}
	p, _ := a.decider.Principal(a.from.id)
	return p
}

// gain is the position that the technique gives. Administrator rights are given
// to an identity, which the attacker must act as.
func (a *attempt) gain() (position, bool) {
	switch a.t.Of {
	case "self":
		a.gained = a.from.id
	case "holder":
		a.gained = a.target.holder
	case "role":
		if r := a.role(); r != nil {
			a.gained = r.ID
		}
	default:
		a.gained = a.target.id()
	}
	if a.t.Gains == string(admin) {
		return position{what: admin}, a.gained != ""
	}
	return position{what(a.t.Gains), a.gained}, a.gained != ""
}

func (a *attempt) role() *model.Identity {
	if a.target.identity != nil {
		return a.target.identity
	}
	return a.graph.role(a.target.element)
}

// meets checks what must be the case besides rights.
func (a *attempt) meets() bool {
	w := a.t.Where
	e, id := a.target.element, a.target.identity
	switch {
	case w.Trusts != "" && !a.trusts(w.Trusts),
		w.InstanceProfile != nil && a.profiled[id.ID] != *w.InstanceProfile,
		w.LoginProfile != nil && !a.login(id, *w.LoginProfile),
		w.Driven && !a.driven[e.ID],
		w.RoleMay != "" && !a.roleMay(w.RoleMay),
		w.Unread && !a.unread(e),
		w.Cluster && !a.cluster,
		w.Template && !a.template,
		w.Addressable && !a.canBeTried(e),
		w.Secrets && (a.worth[e.ID] == nil || len(a.worth[e.ID].secrets) == 0),
		w.Unguarded && e.Fact("public_guard").True():
		return false
	}
	if (w.Exposed || a.target.weakness != nil) && !a.exposed(e) {
		return false
	}
	for _, f := range w.Facts {
		if !a.fact(f) {
			return false
		}
	}
	return true
}

func (a *attempt) trusts(service string) bool {
	key := service + " " + a.target.arn()
	d, known := a.trusted[key]
	if !known {
		d = a.decider.May(iam.OfService(service), "sts:AssumeRole", a.target.arn(), nil)
		a.trusted[key] = d
	}
	return a.settle(d)
}

func (a *attempt) login(id *model.Identity, has bool) bool {
	f, known := id.Facts["console_login"]
	return known && f.Known() && f.Is(has)
}

func (a *attempt) roleMay(action string) bool {
	r := a.role()
	if r == nil {
		return false
	}
	p, ok := a.decider.Principal(r.ID)
	return ok && a.settle(a.decider.May(p, action, "*", nil))
}

func (a *attempt) exposed(e *model.Element) bool {
	reachable, certain := a.outside(e)
	if reachable && !certain {
		a.certain = false
		a.assumes = append(a.assumes, e.ID+" can be reached from the internet")
	}
	return reachable
}

func (a *attempt) canBeTried(e *model.Element) bool {
	reachable, certain := a.addressable(e)
	if reachable && !certain {
		a.certain = false
		a.assumes = append(a.assumes, "the network lets the attacker reach "+e.ID)
	}
	return reachable
}

func (a *attempt) fact(f factEqual) bool {
	e := a.target.element
	if h := a.host(e); h != nil {
		e = h
	}
	have := e.Fact(f.Name)
	if !have.Is(f.Value) {
		return false
	}
	id := e.ID + "#" + f.Name
	a.facts = append(a.facts, id)
	a.evidence = append(a.evidence, have.Evidence...)
	location := e.Location
	if len(have.Evidence) > 0 {
		location = have.Evidence[0].Location
	}
	a.rests = append(a.rests, ground{id: id, change: change(f, e), location: location})
	return true
}

// change says what to do about a fact, in the words of the vocabulary.
func change(f factEqual, e *model.Element) string {
	about := f.Name
	if w, ok := model.Words().Fact(f.Name); ok {
		about = strings.TrimSuffix(w.About, ".")
	}
	if f.Value {
		return fmt.Sprintf("on %s, end that %s", e.ID, lowerFirst(about))
	}
	return fmt.Sprintf("on %s, see to it that %s", e.ID, lowerFirst(about))
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// settle notes what a decision rests on; a decision against, or one that rests
// on nothing in the sources, is none.
func (a *attempt) settle(d iam.Decision) bool {
	if d.Answer == iam.Denied || d.Unseen {
		return false
	}
	if d.Answer == iam.Depends {
		a.certain = false
		a.assumes = append(a.assumes, d.On...)
	}
	for _, r := range d.Because {
		a.evidence = append(a.evidence, r.Evidence)
		if !r.Needed {
			continue
		}
		a.rests = append(a.rests, ground{
			id:       fmt.Sprintf("%s:%d", r.Policy, r.Index),
			change:   fmt.Sprintf("narrow the statement in %s that allows it", holderOf(r)),
			location: r.Evidence.Location,
		})
	}
	return true
}

func holderOf(r iam.Ref) string {
	holder, _, _ := strings.Cut(r.Policy, "#")
	return holder
}

// allowed checks every need.
func (a *attempt) allowed() bool {
	for _, n := range a.t.Needs {
		if !a.need(n) {
			return false
		}
	}
	return true
}

func (a *attempt) need(n need) bool {
	if n.Content != "" {
		return a.content(n.Content)
	}
	for _, action := range n.Actions {
		if !a.may(action, n) {
			return false
		}
		a.actions = append(a.actions, action)
	}
	if len(n.Any) == 0 {
		return true
	}
	for _, action := range n.Any {
		if a.may(action, n) {
			a.actions = append(a.actions, action)
			return true
		}
	}
	return false
}

// content asks for one of the actions that read, or change, what the target
// holds. For identities this has been decided already.
func (a *attempt) content(level string) bool {
	if a.from.what == identity {
		g := a.grants[a.from.id][a.target.id()+"#"+level]
		if g == nil || !g.Certain && len(g.Conditions) == 0 {
			return false
		}
		a.certain = a.certain && g.Certain
		a.assumes = append(a.assumes, g.Conditions...)
		a.actions = append(a.actions, g.Actions...)
		a.evidence = append(a.evidence, g.Evidence...)
		if len(g.Evidence) > 0 {
			a.rests = append(a.rests, ground{id: g.ID, change: fmt.Sprintf("take the right to %s from %s", level, a.from.id), location: g.Evidence[0].Location})
		}
		return true
	}
	arn := a.target.arn()
	entry, ok := awsdata.Contents().For(iam.ServiceOf(arn))
	if !ok {
		return false
	}
	actions := entry.Read
	if level == "write" {
		actions = entry.Write
	}
	for _, action := range actions {
		subject, ok := a.decider.SubjectFor(action, arn)
		if ok && a.settle(a.decider.May(a.actor, action, subject, nil)) {
			a.actions = append(a.actions, action)
			return true
		}
	}
	return false
}

func (a *attempt) may(action string, n need) bool {
	subject, ok := a.subject(action, n)
	if !ok {
		return false
	}
	c := iam.Context{}
	for k, v := range n.Context {
		c[k] = []string{v}
	}
	return a.settle(a.decider.May(a.actor, action, subject, with(c, a.aids)))
}

// with adds to a request what positions bring.
func with(c iam.Context, also []position) iam.Context {
	for _, p := range also {
		switch p.what {
		case tags:
			c["aws:ResourceTag"] = []string{iam.Chosen}
		case untags:
			c["aws:ResourceTag"] = nil
		default:
			c["aws:MultiFactorAuthPresent"] = []string{"true"}
			c["aws:MultiFactorAuthAge"] = []string{"1"}
		}
	}
	return c
}

// subject is the resource that an action is asked for on.
func (a *attempt) subject(action string, n need) (string, bool) {
	service, _, _ := strings.Cut(action, ":")
	switch n.On {
	case "target":
		arn := a.target.arn()
		if arn == "" {
			return "", false
		}
		if subject, ok := a.decider.SubjectFor(action, arn); ok {
			return subject, true
		}
		return arn, true
	case "role":
		if r := a.role(); r != nil {
			return r.ARN, true
		}
		return "", false
	case "self":
		return a.actor.ARN, a.actor.ARN != ""
	case "new":
		return iam.NewOf(service, n.Type, a.actor.Account)
	}
	return "arn:*:" + service + ":*", true
}
