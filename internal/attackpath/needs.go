package attackpath

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/iam/awsdata"
)

// allowed checks every need.
func (a *attempt) allowed() bool {
	for _, n := range a.t.Needs {
		if a.need(n) {
			continue
		}
		if !n.Apart || a.from.what != identity || len(a.aids) > 0 {
			return false
		}
		a.left = append(a.left, n)
	}
	return true
}

func (a *attempt) need(n need) bool {
	if n.Content != "" {
		return a.content(n)
	}
	for _, action := range n.Actions {
		if !a.may(action, n) {
			return false
		}
		a.actions = append(a.actions, action)
	}
	return len(n.Any) == 0 || a.any(n)
}

// any takes the first action that is certainly allowed, or else the first that
// may be.
func (a *attempt) any(n need) bool {
	best := -1
	for i, action := range n.Any {
		d, ok := a.decision(action, n)
		if !ok || d.Answer == iam.Denied || d.Unseen {
			continue
		}
		if best < 0 || d.Answer == iam.Allowed {
			best = i
		}
		if d.Answer == iam.Allowed {
			break
		}
	}
	if best < 0 || !a.may(n.Any[best], n) {
		return false
	}
	a.actions = append(a.actions, n.Any[best])
	return true
}

// contentOf names what is asked about: the target, or what it is reached over.
func (a *attempt) contentOf(n need) (id, arn string) {
	if v := a.target.via; n.On == "via" && v != nil {
		return v.ID, arnOf(v)
	}
	return a.target.id(), a.target.arn()
}

// content asks for one of the actions that read, or change, what the target
// holds. For identities this has been decided already.
func (a *attempt) content(n need) bool {
	id, arn := a.contentOf(n)
	level := n.Content
	if a.from.what == identity || a.from.what == storeLogin || a.from.what == scoped {
		g := a.grants[a.acts(a.from)][id+"#"+level]
		if e := a.Elements[id]; e != nil && !a.inScopeOn(a.from, level, e) {
			return false
		}
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
		return level != "read" || a.unlocks(id)
	}
	c := iam.Context{}
	a.fromElsewhere(c)
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
		if ok && a.settle(a.decider.May(a.actor, action, subject, c)) {
			a.actions = append(a.actions, action)
			return level != "read" || a.unlocks(id)
		}
	}
	return false
}

func (a *attempt) may(action string, n need) bool {
	d, ok := a.decision(action, n)
	return ok && a.settle(d)
}

func (a *attempt) decision(action string, n need) (iam.Decision, bool) {
	if iam.IsPermission(action) {
		return a.permitted(action, n)
	}
	subject, ok := a.subject(action, n)
	if !ok {
		return iam.Decision{}, false
	}
	c := iam.Context{}
	for k, v := range n.Context {
		c[k] = []string{a.filled(v)}
	}
	a.fromElsewhere(c)
	return a.decider.May(a.actor, action, subject, with(c, a.aids)), true
}

// permitted decides about a permission in a cloud that works with role bindings.
func (a *attempt) permitted(permission string, n need) (iam.Decision, bool) {
	who, on := a.who(a.from), ""
	if !a.inScopeOf(a.from, permission) {
		return iam.Decision{Answer: iam.Denied}, true
	}
	switch n.On {
	case "any":
		return a.bindings.MayMake(who, permission), true
	case "whole":
		return a.bindings.MayRule(who, permission), true
	case "target", "new": // what is new is made beside the target
		on = a.target.id()
	case "via":
		if a.target.via != nil {
			on = a.target.via.ID
		}
	case "self":
		on = who
	case "role":
		if r := a.role(); r != nil {
			on = r.ID
		}
	}
	return a.bindings.May(who, permission, on), on != ""
}

// filled puts the ARNs of the attempt into the value of a condition key.
func (a *attempt) filled(value string) string {
	if !strings.HasPrefix(value, "{") {
		return value
	}
	switch value {
	case "{parent}":
		if e := a.target.element; e != nil && a.Elements[e.PartOf] != nil {
			return arnOf(a.Elements[e.PartOf])
		}
	case "{limit}":
		if p := a.target.limit; p != nil {
			return cmp.Or(p.Managed, iam.Chosen)
		}
	}
	return ""
}

// with adds to a request what positions bring.
func with(c iam.Context, also []position) iam.Context {
	for _, p := range also {
		switch p.what {
		case tags:
			c["aws:ResourceTag"] = []string{iam.Chosen}
		case untags:
			c["aws:ResourceTag"] = nil
		case unruled:
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
		return a.subjectAt(action, a.target.arn())
	case "via":
		if a.target.via == nil {
			return "", false
		}
		return a.subjectAt(action, arnOf(a.target.via))
	case "named":
		return n.ARN, true
	case "source":
		return a.sourceSubject(action)
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

// subjectAt is what to ask for when an action is to be done to what an ARN names.
func (a *attempt) subjectAt(action, arn string) (string, bool) {
	if arn == "" {
		return "", false
	}
	if subject, ok := a.decider.SubjectFor(action, arn); ok {
		return subject, true
	}
	known, ok := awsdata.Actions().Find(action)
	service, _, _ := strings.Cut(action, ":")
	return arn, !ok || len(known.Types) == 0 || service == iam.ServiceOf(arn) // else it cannot be done to such a thing
}
