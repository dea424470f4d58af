package iam

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// May decides whether a principal may do an action on a resource. The action is
// one, such as s3:GetObject. The resource is an ARN, and may end in a star to
// ask whether there is some such resource ("arn:aws:s3:::b/*"); "*" asks for
// any resource.
//
// The order is that of AWS: an explicit Deny anywhere wins; then the policies of
// the organisation, where there are some, must leave room; then either the
// identity's policies, limited by its boundary and the policy of its session,
// or the resource's own policy must allow, and across accounts both. An action
// on a resource of a type that it cannot be done to is denied.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
func (d *Decider) May(p Principal, action, resource string, c Context) Decision {
	if !d.fits(action, resource) {
		return Decision{Answer: Denied}
	}
	return d.ask(p, action, resource, c, false)
}

// MayAll is [Decider.May] for every resource that the given one stands for.
func (d *Decider) MayAll(p Principal, action, resource string, c Context) Decision {
	if !d.fits(action, resource) {
		return Decision{Answer: Denied}
	}
	return d.ask(p, action, resource, c, true)
}

// fits reports whether an action can be done to a resource of its own service,
// as far as the service reference tells: objects can be read, and buckets not.
func (d *Decider) fits(action, resource string) bool {
	a, known := awsdata.Actions().Find(action)
	service, _, _ := strings.Cut(action, ":")
	if !known || len(a.Types) == 0 || !strings.EqualFold(service, ServiceOf(resource)) || strings.ContainsAny(resource, "*?") || strings.Contains(resource, Hole) {
		return true
	}
	own := d.subjectsOf(resource)
	if len(own) == 0 {
		return true
	}
	return slices.ContainsFunc(a.Types, func(t string) bool { return own[strings.ToLower(t)] == resource })
}

func (d *Decider) ask(p Principal, action, resource string, c Context, every bool) Decision {
	decision := d.question(p, action, resource, c, every).decide()
	for i, on := range decision.On {
		decision.On[i] = d.inWords(on)
	}
	return decision
}

// question gathers what speaks for and against, and decides nothing yet.
func (d *Decider) question(p Principal, action, resource string, c Context, every bool) *question {
	r := &request{principal: p, action: strings.ToLower(action), resource: resource, context: lower(c), account: AccountOf(resource)}
	if limited(r.action) {
		r.resource, every = "*", true
	}
	id, known := d.Named(resource)
	if known {
		r.tags = d.tags[id]
	}
	if d.anywhere[id] {
		r.elsewhere = inAnyRegion(resource)
	}
	if r.account == "" {
		r.account = d.accountAtHand(p, id)
	}
	q := &question{request: r, every: every}
	h := d.holders[p.ID]
	q.weigh(h, d.resources[id])
	if h != nil {
		q.byOrganisation(&d.organisation)
	}
	q.byResourceControl(&d.organisation, id)
	return q
}

// question gathers what speaks for and against.
type question struct {
	*request
	every bool

	identity, boundary, scp grade
	session                 grade
	direct, byAccount       grade // by the resource's policy
	deny                    grade
	controls                bool // the resource's policy must take part
	found                   []finding
	against                 []finding
	narrow                  []statement // Denies that cover less than is asked for
	dark                    []string
	missed                  []missed // only where asked for
	bounds                  []*policy
}

// finding is a statement that applies, or may.
type finding struct {
	statement
	grade grade
	on    []string
	part  string // identity, resource, boundary, session, scp, rcp
	// unless is what keeps a Deny from holding, where it may not.
	unless string
}

func (q *question) weigh(h *holder, resource []*policy) {
	q.boundary, q.scp, q.session = yes, yes, yes
	if h != nil {
		q.identity = q.allows(h.candidates(q.action), "identity")
		if len(h.dark) > 0 {
			q.dark = append(q.dark, "a policy of "+h.principal.ID+" that the sources do not show")
		}
		q.bounds = h.boundaries
		for _, p := range h.boundaries {
			q.boundary = allOf(q.boundary, q.limit(p, "boundary"))
		}
		q.denies(h.deny, "identity", "")
	} else if q.principal.Kind == Outsider {
		q.identity = yes // they rule their own account
	}
	if q.principal.Session != nil {
		q.session = q.limit(&policy{Policy: &model.Policy{Kind: "session", Holder: q.principal.ID}, doc: q.principal.Session}, "session")
	}
	q.resourcePolicies(resource)
	own := slices.ContainsFunc(resource, func(p *policy) bool { return p.Kind == "resource" })
	q.controls = strings.HasPrefix(q.action, "sts:assumerole") || strings.HasPrefix(q.action, "kms:") && ServiceOf(q.resource) == "kms" && own
}

// limit grades a policy that only limits: a boundary or a session's.
func (q *question) limit(p *policy, part string) grade {
	allow, deny := p.split()
	q.denies(deny, part, "")
	g := q.allows(allow, part)
	if p.dark && g != yes {
		q.found = append(q.found, finding{statement: statement{Statement: &Statement{}, policy: p}, grade: depends, on: []string{"the " + part + " of " + p.Holder + " that the sources do not show"}, part: part})
		return depends
	}
	return g
}

func (q *question) resourcePolicies(list []*policy) {
	for _, p := range list {
		if p.dark {
			q.dark = append(q.dark, "the policy on "+p.Holder+" that the sources do not show")
		}
		allow, deny := p.split()
		for _, s := range allow {
			q.byResource(s)
		}
		q.denies(deny, "resource", "")
	}
}

func (q *question) byResource(s statement) {
	if s.hasAction(q.action) == no {
		return
	}
	n := s.names(q.principal)
	who := anyOf(n.direct, n.account)
	if who == no {
		return
	}
	g, on := q.applies(s, true)
	if g = allOf(g, who); g == no {
		return
	}
	q.direct = anyOf(q.direct, allOf(g, n.direct))
	q.byAccount = anyOf(q.byAccount, allOf(g, n.account))
	q.found = append(q.found, finding{statement: s, grade: g, on: on, part: "resource"})
}

func (q *question) allows(list []statement, part string) grade {
	best := no
	for _, s := range list {
		g, on := q.applies(s, true)
		if g == no {
			continue
		}
		q.found = append(q.found, finding{statement: s, grade: g, on: on, part: part})
		best = anyOf(best, g)
	}
	return best
}

// denies weighs statements that deny. Where unless is given, they hold unless
// that is the case.
func (q *question) denies(list []statement, part, unless string) {
	for _, s := range list {
		if s.hasAction(q.action) == no {
			continue
		}
		if s.Principals != nil || s.NotPrincipals != nil {
			n := s.names(q.principal)
			if who := anyOf(n.direct, n.account); who == no {
				continue
			}
		}
		g, on := q.applies(s, false)
		if g == no {
			q.narrowDeny(s, unless)
			continue
		}
		if unless != "" {
			g, on = allOf(g, depends), append(slices.Clone(on), unless)
		}
		q.against = append(q.against, finding{statement: s, grade: g, on: on, part: part, unless: unless})
		q.deny = anyOf(q.deny, g)
	}
}

// narrowDeny notes a Deny that takes back only some of the resources asked for.
func (q *question) narrowDeny(s statement, unless string) {
	if q.every || unless != "" || !strings.HasSuffix(q.resource, "*") || s.hasAction(q.action) != yes || len(s.resources) == 0 {
		return
	}
	if g, _ := q.holds(s.Conditions, false); g == yes {
		q.narrow = append(q.narrow, s)
	}
}

// applies grades action, resource and conditions of a statement. A Deny applies
// only where it covers all that is asked for; an Allow is enough where it
// covers some, unless all is asked for.
func (q *question) applies(s statement, allow bool) (grade, []string) {
	g := s.hasAction(q.action)
	if g == no {
		return no, nil
	}
	g = allOf(g, q.onResource(s, !allow || q.every))
	if g == no {
		return no, nil
	}
	holds, on := q.holds(s.Conditions, allow)
	return allOf(g, holds), on
}

func (s *Statement) hasAction(action string) grade {
	if len(s.notActions) > 0 {
		return except(s.notActions, func(p pattern) grade { return p.matches(action) })
	}
	g := no
	for _, p := range s.actions {
		g = anyOf(g, p.matches(action))
	}
	return g
}

func except(list []pattern, matches func(pattern) grade) grade {
	g := no
	for _, p := range list {
		g = anyOf(g, matches(p))
	}
	switch g {
	case yes:
		return no
	case no:
		return yes
	}
	return unseen
}

func (q *question) onResource(s statement, all bool) grade {
	switch {
	case len(s.notResource) > 0:
		return except(s.notResource, func(p pattern) grade {
			p = p.expand(q.variable)
			if all {
				return p.touches(q.resource)
			}
			return p.matches(q.resource)
		})
	case len(s.resources) == 0: // a trust policy speaks of the role it stands on
		return gradeOf(s.policy.Kind == "trust")
	}
	g := no
	for _, p := range s.resources {
		p = p.expand(q.variable)
		switch {
		case all:
			g = anyOf(g, p.matches(q.resource))
		case q.elsewhere != "":
			g = anyOf(g, anyOf(p.touches(q.resource), allOf(depends, p.touches(q.elsewhere))))
		default:
			g = anyOf(g, p.touches(q.resource))
		}
	}
	return g
}

func (q *question) decide() Decision {
	own := allOf(q.identity, allOf(q.boundary, q.session))
	var g grade
	switch {
	case q.principal.Kind == Anonymous && q.action == "sts:assumerole": // takes a signature
	case q.principal.Kind == Service || q.principal.Kind == Anonymous || q.principal.Kind == Federated:
		g = q.direct
	case q.principal.Account != q.account:
		g = allOf(own, anyOf(q.direct, q.byAccount))
	case q.controls:
		g = anyOf(q.byOwnName(), allOf(q.byAccount, own))
	default:
		g = anyOf(own, q.byOwnName())
	}
	g = q.withoutNarrowDenies(allOf(g, q.scp))
	return q.conclude(g)
}

// byOwnName is what a resource's policy gives by naming the principal. It needs
// no right of the principal's own, and the boundary of a user does not limit
// it; that of a role does, and so does the policy of a session.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
func (q *question) byOwnName() grade {
	if q.principal.Kind == Role {
		return allOf(q.direct, allOf(q.boundary, q.session))
	}
	return allOf(q.direct, q.session)
}

// withoutNarrowDenies takes away what is allowed only on resources that a
// narrower Deny takes back: an Allow on b/public/* with a Deny on the same.
func (q *question) withoutNarrowDenies(g grade) grade {
	if g == no || len(q.narrow) == 0 {
		return g
	}
	for _, f := range q.found {
		if f.part != "identity" && f.part != "resource" {
			continue
		}
		for _, p := range f.resources {
			if !p.narrower(q.resource) || !q.takenBack(p.text) {
				return g
			}
		}
		if len(f.resources) == 0 {
			return g
		}
	}
	return no
}

func (q *question) takenBack(resource string) bool {
	return slices.ContainsFunc(q.narrow, func(s statement) bool {
		return slices.ContainsFunc(s.resources, func(p pattern) bool { return p.expand(q.variable).matches(resource) == yes })
	})
}

func (q *question) conclude(g grade) Decision {
	switch {
	case q.deny == yes:
		return Decision{Answer: Denied, Because: refs(q.against, yes)}
	case g == no && len(q.dark) > 0:
		return Decision{Answer: Depends, Unseen: true, On: compact(q.dark)}
	case g == no:
		return Decision{Answer: Denied}
	}
	d := Decision{Answer: Allowed, Because: q.needed(refs(q.found, min(g, depends)))}
	if g == yes && q.deny == no {
		d.Because = q.needed(refs(q.found, yes))
		return d
	}
	d.Answer, d.Unseen = Depends, g == unseen
	d.On = q.reasons(g)
	return d
}

// needed marks the statements without which the answer would be another: those
// that are the only one on a side which must allow.
func (q *question) needed(list []Ref) []Ref {
	sides := map[string]int{}
	for i := range list {
		sides[q.side(list[i])]++
	}
	for i := range list {
		list[i].Needed = sides[q.side(list[i])] == 1
	}
	return list
}

// side puts what gives the right for the resource and for the identity on one
// side where either is enough.
func (q *question) side(r Ref) string {
	both := q.controls || q.principal.Account != q.account
	if !both && (r.part == "resource" || r.part == "identity") {
		return "either"
	}
	return r.part
}

func (q *question) reasons(g grade) []string {
	var on []string
	if g != yes {
		for _, f := range q.found {
			on = append(on, f.on...)
		}
	}
	for _, f := range q.against {
		for _, c := range f.on {
			if c == f.unless {
				on = append(on, c)
			} else {
				on = append(on, "a Deny does not apply: "+c)
			}
		}
		if f.grade == unseen {
			on = append(on, "a Deny whose range the sources do not show does not apply")
		}
	}
	if g == unseen {
		on = append(on, "a part of a policy that the sources do not show")
	}
	if len(on) == 0 {
		on = append(on, "an account number or region that the sources do not tell is the one at hand")
	}
	return compact(on)
}

func compact(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

func refs(list []finding, least grade) []Ref {
	var out []Ref
	for _, f := range list {
		if f.grade >= least && f.policy != nil {
			out = append(out, Ref{Policy: f.policy.ID, Index: f.Index, Evidence: f.location(), part: f.part, of: f.Statement})
		}
	}
	slices.SortFunc(out, func(a, b Ref) int { return cmp.Or(cmp.Compare(a.Policy, b.Policy), cmp.Compare(a.Index, b.Index)) })
	return slices.Compact(out)
}
