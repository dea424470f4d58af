package attackpath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
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
	left     []need // calls that the actor cannot make, and another may
	through  string // the service that acts for the actor
}

// apply tries a technique on a target and returns the edges that it gives. Where
// it does not certainly succeed, it is tried again with what an attacker may
// come to hold besides, and that then must be held.
func (g *graph) apply(p position, t *Technique, on target) []*edge {
	var list []*edge
	for _, service := range t.Through {
		if e := g.attemptThrough(p, t, on, service); e != nil {
			return []*edge{e}
		}
	}
	if len(t.Through) > 0 {
		return nil
	}
	if e := g.attempt(p, t, on, nil); e != nil {
		list = append(list, e)
		if e.certain || len(e.step.Assumes) == len(t.Assumes) {
			return list
		}
	}
	if p.what != identity || len(t.Needs) == 0 || !g.tagged && !g.guarded && !g.ruled(t) {
		return list
	}
	for _, aids := range g.aids(p, t, on) {
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

// ruled reports whether a rule of the organisation stands against a technique.
func (g *graph) ruled(t *Technique) bool {
	return slices.ContainsFunc(t.Where.Unforbidden, func(name string) bool { return g.enforced[name] })
}

// aids are what may help against conditions: to set or remove the target's
// tags, a second factor of the actor, or both; and against a rule of the
// organisation, to switch it off.
func (g *graph) aids(p position, t *Technique, on target) [][][]position {
	if g.ruled(t) {
		return [][][]position{{{{what: unruled}}}}
	}
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
	if a.elsewhere() && !a.decider.Together(a.from.id, a.target.id()) {
		return nil
	}
	a.actor = a.principal()
	return a.try(on)
}

// attemptThrough makes one try by way of a service that acts for somebody of
// another account.
func (g *graph) attemptThrough(p position, t *Technique, on target, service string) *edge {
	a := &attempt{
		graph: g, t: t, from: p, target: on, certain: len(t.Assumes) == 0, assumes: slices.Clone(t.Assumes), through: service,
	}
	a.actor = iam.OfService(service)
	return a.try(on)
}

func (a *attempt) try(on target) *edge {
	p, g, t := a.from, a.graph, a.t
	to, ok := a.gain()
	if !ok || to == p || to.what == storeLogin && to.id == p.id || !a.meets() || !a.allowed() {
		return nil
	}
	if t.Target == "opened" {
		a.also = append(a.also, position{reads, on.via.ID})
	}
	if len(a.left) > 0 {
		return a.begin(to)
	}
	if to.what == admin {
		if on.limit == nil && t.Of != "account" && !g.boundless(a.gained) {
			return nil
		}
		if a.gained != g.acts(p) && t.Of != "account" {
			a.also = append(a.also, position{identity, a.gained})
		}
	}
	return a.edge(to)
}

func (a *attempt) principal() iam.Principal {
	switch a.from.what {
	case internet, partner:
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
		a.gained = a.acts(a.from)
	case "holder":
		a.gained = a.target.holder
	case "account":
		a.gained = accountAdmin
	case "role":
		if r := a.role(); r != nil {
			a.gained = r.ID
			if m := a.narrowed(); m != "" && a.t.Gains == string(identity) {
				return position{scoped, m}, true
			}
		}
	default:
		a.gained = a.target.id()
	}
	if a.t.Gains == string(unruled) {
		return position{what: unruled}, a.gained != ""
	}
	if a.t.Gains == string(admin) {
		return a.administration(a.gained), a.gained != "" && !a.decider.RulesElsewhere(a.gained)
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
	case len(a.t.At) > 0 && !a.at(a.t.At),
		w.Trusts != "" && !a.trusts(w.Trusts),
		w.Federates != "" && !a.federates(w.Federates, w.Claims),
		len(w.Exists) > 0 && !slices.ContainsFunc(w.Exists, func(t string) bool { return a.technologies[t] }),
		w.InstanceProfile != nil && a.profiled[id.ID] != *w.InstanceProfile,
		w.LoginProfile != nil && !a.login(id, *w.LoginProfile),
		w.Driven && !a.driven[e.ID],
		w.RoleMay != "" && !a.roleMay(w.RoleMay),
		w.Unread && !a.unread(e),
		w.Addressable && !a.canBeTried(e),
		len(w.Actor) > 0 && !a.isActor(w.Actor),
		w.Held && !a.bindings.Holds(a.who(a.from), e.ID),
		a.ruled(a.t) && !slices.Contains(a.aids, position{what: unruled}),
		w.Administrator && !a.rulesApart(a.target.id()),
		w.Secrets && (a.worth[e.ID] == nil || len(a.worth[e.ID].secrets) == 0),
		w.Evidence && !a.evidenceIn[e.ID],
		w.Configured && !a.configured(e),
		w.Networked && !a.leadsIn(e),
		w.Unlocked && !a.unlocked(e),
		w.Unguarded && e.Fact("public_guard").True():
		return false
	}
	if (w.Exposed || a.target.weakness != nil && a.target.reached == nil && a.target.flow == nil) && !a.exposed(e) {
		return false
	}
	for _, f := range w.Facts {
		if !a.fact(f, a.holding(f.Name, a.subjectOfFacts())) {
			return false
		}
	}
	for _, f := range w.FromFacts {
		if e := a.around(f.Name); e == nil || !a.fact(f, e) {
			return false
		}
	}
	if a.t.Via == nil || a.target.via == nil {
		return true
	}
	if a.t.Lists != "" {
		a.listed()
	}
	return !slices.ContainsFunc(a.t.Via.Facts, func(f factEqual) bool { return !a.fact(f, a.target.via) })
}

func (a *attempt) trusts(service string) bool {
	arn := a.roleARN()
	key := service + " " + arn
	d, known := a.trusted[key]
	if !known {
		d = a.decider.May(iam.OfService(service), "sts:AssumeRole", arn, nil)
		a.trusted[key] = d
	}
	return a.settle(d)
}

// federates asks whether the role lets in somebody whom a provider vouches for
// with the given claims.
func (a *attempt) federates(issuer string, claims map[string]string) bool {
	r := a.role()
	if r == nil {
		return false
	}
	for _, doc := range a.decider.Trust(r.ID) {
		for _, name := range doc.Trusted("Federated") {
			named, ok := issuerOf(name, issuer)
			if !ok {
				continue
			}
			d := a.decider.May(iam.OfProvider(name), "sts:AssumeRoleWithWebIdentity", r.ARN, claimed(named, chosen(doc, named, claims)))
			if d.Answer != iam.Denied && !d.Unseen {
				return a.settle(d)
			}
		}
	}
	return false
}

// issuerOf returns the issuer behind a provider's name where it is the one that is
// asked for; a star at the end of that stands for the rest of any.
func issuerOf(provider, asked string) (issuer string, ok bool) {
	begins, many := strings.CutSuffix(asked, "*")
	_, after, _ := strings.Cut(provider, "oidc-provider/")
	if many {
		return after, strings.HasPrefix(after, begins)
	}
	return asked, provider == asked || after == asked
}

// claimed are the condition keys of somebody with claims. Who rules the
// provider, or may sign up there, can bring about any.
func claimed(issuer string, claims map[string]string) iam.Context {
	if claims == nil {
		claims = map[string]string{"amr": iam.Chosen, "aud": iam.Chosen, "sub": iam.Chosen}
	}
	c := iam.Context{}
	for name, value := range claims {
		c[issuer+":"+name] = []string{value}
	}
	return c
}

func (a *attempt) roleARN() string {
	if r := a.role(); r != nil {
		return r.ARN
	}
	return a.target.arn()
}

// isActor reports whether who acts is of one of these resource types.
func (a *attempt) isActor(types []string) bool {
	e := a.Elements[a.from.id]
	return e != nil && slices.Contains(types, e.Technology)
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
	reachable, certain := a.outside(e, a.from)
	if reachable && !certain {
		a.certain = false
		a.assumes = append(a.assumes, e.ID+" can be reached from the internet")
	}
	return reachable
}

// unlocked reports whether nothing keeps what e holds from being erased.
func (a *attempt) unlocked(e *model.Element) bool {
	lock, has := e.Facts["object_lock"]
	if has && !lock.Known() {
		a.certain = false
		a.assumes = append(a.assumes, "nothing locks what "+e.ID+" holds")
	}
	return !lock.True()
}

func (a *attempt) canBeTried(e *model.Element) bool {
	reachable, certain := a.addressable(e, a.from)
	if reachable && !certain {
		a.certain = false
		a.assumes = append(a.assumes, "the network lets the attacker reach "+e.ID)
	}
	return reachable
}

// subjectOfFacts is the element whose facts count: of what runs the target, or
// of the identity that it is.
func (a *attempt) subjectOfFacts() *model.Element {
	if i := a.target.identity; i != nil {
		return &model.Element{ID: i.ID, Facts: i.Facts, Location: i.Location}
	}
	if h := a.host(a.target.element); h != nil {
		return h
	}
	return a.target.element
}

// around is what the position is in and has a fact, or nil.
func (a *attempt) around(fact string) *model.Element {
	for e := range a.Around(a.Elements[a.from.id]) {
		h := a.holding(fact, e)
		if have := h.Fact(fact); have.Known() {
			return h
		}
	}
	return nil
}

// holding is what has a fact: an element, or the definition or template that is
// part of it.
func (a *attempt) holding(fact string, h *model.Element) *model.Element {
	if have := h.Fact(fact); have.Known() {
		return h
	}
	for _, m := range a.members[h.ID] {
		if f := m.Fact(fact); f.Known() {
			return m
		}
	}
	return h
}

func (a *attempt) fact(f factEqual, e *model.Element) bool {
	have := e.Fact(f.Name)
	if !f.holds(have) {
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

// listed notes the fact that lists the target.
func (a *attempt) listed() {
	v := a.target.via
	fact := v.Fact(a.t.Lists)
	a.facts = append(a.facts, v.ID+"#"+a.t.Lists)
	a.evidence = append(a.evidence, fact.Evidence...)
	ground := ground{id: v.ID + "#" + a.t.Lists, change: fmt.Sprintf("keep %s from giving out %s in that way", v.ID, a.target.id()), location: v.Location}
	if len(fact.Evidence) > 0 {
		ground.location = fact.Evidence[0].Location
	}
	a.rests = append(a.rests, ground)
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
