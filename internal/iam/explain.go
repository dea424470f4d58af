package iam

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// Explained is the answer for one level of rights, with why.
type Explained struct {
	Identity, Target, Level string
	Answer                  Answer
	// Actions are examples of actions for which the answer is this one.
	Actions []string
	// Conditions are what the answer depends on.
	Conditions []string
	Reasons    []Reason
}

// Reason is a part of why, in words, with its place where it has one.
type Reason struct {
	Text string
	model.Evidence
}

// Explainer tells who may do what to what in a system, and why.
type Explainer struct {
	aws      *aws
	sys      *model.System
	index    *model.Index
	byID     map[string][]*thing
	bindings []*model.Grant
}

// NewExplainer reads the policies and bindings of a system whose grants are
// decided.
func NewExplainer(sys *model.System) *Explainer {
	x := &Explainer{aws: newAWS(sys), sys: sys, index: sys.Index(), byID: map[string][]*thing{}, bindings: newBound(sys).grants()}
	for _, t := range x.aws.things {
		x.byID[t.id] = append(x.byID[t.id], t)
	}
	return x
}

// Holders lists everybody who may have some right on a target: identities,
// those outside whom its policies let in, and the services of the cloud.
func (x *Explainer) Holders(target string) []string {
	seen := map[string]bool{}
	for _, g := range x.sys.Grants {
		if g.On == target {
			seen[g.Identity] = true
		}
	}
	for _, o := range x.aws.outsiders(target) {
		seen[o.id] = true
	}
	return sortedKeys(seen)
}

// Targets lists what somebody has some right on.
func (x *Explainer) Targets(identity string) []string {
	seen := map[string]bool{}
	for _, g := range x.sys.Grants {
		if g.Identity == identity {
			seen[g.On] = true
		}
	}
	return sortedKeys(seen)
}

// Explain answers for each level from list to permissions, and for
// administrators of the account where the target is [Account].
func (x *Explainer) Explain(identity, target string) []Explained {
	if target == Account {
		return []Explained{x.administrator(identity)}
	}
	things := x.byID[target]
	p, known := x.principal(identity, target)
	if len(things) == 0 || !known {
		return x.byBinding(identity, target)
	}
	var list []Explained
	for _, level := range levelOrder {
		best := Explained{Identity: identity, Target: target, Level: level, Answer: Denied}
		for i, t := range things {
			if e := x.level(p, t, level); i == 0 || rankOf(e.Answer) > rankOf(best.Answer) {
				e.Identity, e.Target, e.Level = identity, target, level
				best = e
			}
		}
		if len(best.Actions) > 0 {
			list = append(list, best)
		}
	}
	return list
}

func rankOf(a Answer) int { return slices.Index([]Answer{Denied, Depends, Allowed}, a) }

func (x *Explainer) principal(identity, target string) (Principal, bool) {
	if p, ok := x.aws.Principal(identity); ok {
		return p, true
	}
	for _, o := range x.aws.outsiders(target) {
		if o.id == identity {
			return o.Principal, true
		}
	}
	switch identity {
	case Internet:
		return Anyone(), true
	case AnyoneOut:
		return AnyAccount(""), true
	}
	return Principal{}, false
}

// level decides the actions of a level one by one. The answer is that of the
// action which succeeds best, and so are the reasons.
func (x *Explainer) level(p Principal, t *thing, level string) Explained {
	e := Explained{Answer: Denied}
	best := -1
	for _, a := range x.aws.deeds(t).counting {
		if !slices.Contains(a.levels, level) {
			continue
		}
		q := x.aws.question(p, a.name, t.subjects[a.kind], nil, false)
		q.findMissed(x.aws.Decider)
		d := q.decide()
		weight := rankOf(d.Answer)*10 + q.telling(d)
		if d.Answer == Depends && d.Unseen {
			weight = 5
		}
		switch {
		case weight > best:
			best = weight
			e = Explained{Answer: d.Answer, Conditions: x.inWords(d.On), Actions: []string{a.name}, Reasons: x.why(q, d)}
		case weight == best && len(e.Actions) < maxActions:
			e.Actions = append(e.Actions, a.name)
			e.add(x.why(q, d))
		}
	}
	return e
}

func (x *Explainer) inWords(list []string) []string {
	for i, text := range list {
		list[i] = x.aws.inWords(text)
	}
	return list
}

func (x *Explainer) why(q *question, d Decision) []Reason {
	list := q.why(d)
	for i, r := range list {
		list[i].Text = x.aws.inWords(r.Text)
	}
	return list
}

func (e *Explained) add(more []Reason) {
	for _, r := range more {
		if len(e.Reasons) < maxActions && !slices.Contains(e.Reasons, r) {
			e.Reasons = append(e.Reasons, r)
		}
	}
}

func (x *Explainer) administrator(identity string) Explained {
	e := Explained{Identity: identity, Target: Account, Level: LevelAdmin, Answer: Denied}
	for _, g := range x.sys.Grants {
		if g.Identity != identity || g.On != Account {
			continue
		}
		e.Answer, e.Actions, e.Conditions = Allowed, g.Actions, g.Conditions
		if !g.Certain {
			e.Answer = Depends
		}
		for _, ev := range g.Evidence {
			e.Reasons = append(e.Reasons, Reason{"a statement allows it", ev})
		}
		return e
	}
	h := x.aws.holders[identity]
	if h == nil {
		e.Reasons = []Reason{{Text: "nothing in the sources makes it an administrator"}}
		return e
	}
	for _, action := range awsdata.Contents().Administrator {
		q := x.aws.question(h.principal, action, "*", nil, true)
		q.findMissed(x.aws.Decider)
		if d := q.decide(); d.Answer != Allowed {
			e.Actions, e.Reasons = []string{action}, x.why(q, d)
			return e
		}
	}
	return e
}

// byBinding explains rights in clouds that give them by binding roles.
func (x *Explainer) byBinding(identity, target string) []Explained {
	var list []Explained
	for _, g := range x.bindings {
		if g.Identity != identity || g.On != target {
			continue
		}
		e := Explained{Identity: identity, Target: target, Level: g.Level, Answer: Allowed, Actions: g.Actions, Conditions: g.Conditions}
		if !g.Certain {
			e.Answer = Depends
		}
		for _, ev := range g.Evidence {
			e.Reasons = append(e.Reasons, Reason{"the role " + strings.Join(g.Actions, ", ") + " gives it", ev})
		}
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b Explained) int {
		return cmp.Compare(slices.Index(levelOrder, a.Level), slices.Index(levelOrder, b.Level))
	})
	if len(list) == 0 {
		list = []Explained{{Identity: identity, Target: target, Level: "any", Answer: Denied, Reasons: []Reason{{Text: "nothing in the sources gives it a right"}}}}
	}
	return list
}

// says names a statement in words.
func (s statement) says() string {
	if s.policy == nil || s.policy.Policy == nil {
		return "a statement"
	}
	holder, _, _ := strings.Cut(s.policy.ID, "#")
	if s.policy.Document == "" && s.policy.Managed != "" {
		holder = "the managed policy " + arnName(s.policy.Managed)
	}
	if s.Sid != "" {
		return fmt.Sprintf("statement %q of %s", s.Sid, holder)
	}
	return fmt.Sprintf("statement %d of %s", s.Index+1, holder)
}
