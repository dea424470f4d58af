package iam

import (
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam/roledata"
	"github.com/threatvet/threatvet/internal/model"
)

// Bindings answers who may use a permission in the clouds that give rights by
// role bindings. Which permissions a role holds is known only for those that
// matter to an attacker.
type Bindings struct {
	*bound
	of      map[string][]*model.Binding // by member
	denials []*model.Binding
}

// NewBindings reads the bindings of a system.
func NewBindings(sys *model.System) *Bindings {
	b := &Bindings{bound: newBound(sys), of: map[string][]*model.Binding{}}
	for _, binding := range sys.Bindings {
		cloud := b.cloudOf(binding)
		switch {
		case cloud == nil:
		case binding.Deny:
			b.denials = append(b.denials, binding)
		default:
			for _, m := range b.withMembers(binding.Members) {
				who := member(cloud, m)
				b.of[who] = append(b.of[who], binding)
			}
		}
	}
	return b
}

// IsPermission reports whether an action is written as in the clouds that work
// with role bindings, such as iam.serviceAccounts.actAs or
// Microsoft.Web/sites/write, and not as service:Action.
func IsPermission(action string) bool { return !strings.Contains(action, ":") }

// Members lists who holds a binding, in order.
func (b *Bindings) Members() []string { return sortedKeys(b.of) }

// Could reports whether somebody holds a permission on anything.
func (b *Bindings) Could(who, permission string) bool {
	return slices.ContainsFunc(b.of[who], func(binding *model.Binding) bool { return b.holds(binding, permission) })
}

// Holds reports whether somebody holds a role by its name or id.
func (b *Bindings) Holds(who, role string) bool {
	return slices.ContainsFunc(b.of[who], func(binding *model.Binding) bool { return binding.Role == role })
}

// holds reports whether a binding's role has a permission.
func (b *Bindings) holds(binding *model.Binding, permission string) bool {
	cloud := b.cloudOf(binding)
	if !cloud.Has(permission) {
		return false
	}
	if len(binding.Permissions) > 0 {
		return cloud.Gives(binding.Permissions, binding.Except, permission)
	}
	role, known := cloud.Role(binding.Role)
	return known && role.Holds(permission)
}

// May decides whether somebody may use a permission on an element.
func (b *Bindings) May(who, permission, element string) Decision {
	e := b.byID[element]
	if e == nil {
		return Decision{Answer: Denied}
	}
	return b.decide(who, permission, func(binding *model.Binding) (covers bool, condition string) {
		scope := strings.ToLower(strings.TrimSuffix(binding.Scope, "/"))
		cloud := b.cloudOf(binding)
		if cloud.IsAbove(scope) {
			return cloud.Provider == e.Provider, inside(binding)
		}
		return b.within(e, binding, scope), ""
	})
}

func inside(binding *model.Binding) string {
	return "what the configuration makes lies in " + binding.Scope
}

// MayMake decides whether somebody may use a permission on a whole project,
// resource group or the like, in which a thing can be made.
func (b *Bindings) MayMake(who, permission string) Decision {
	return b.decide(who, permission, func(binding *model.Binding) (bool, string) {
		return b.holding(b.cloudOf(binding), binding), ""
	})
}

// MayRule is the same for a whole project, subscription or what is above them.
func (b *Bindings) MayRule(who, permission string) Decision {
	return b.decide(who, permission, func(binding *model.Binding) (bool, string) {
		return b.wide(b.cloudOf(binding), binding), ""
	})
}

// decide looks at each binding of somebody that holds a permission and covers
// what is asked about; the answer is certain where one of them is.
func (b *Bindings) decide(who, permission string, covers func(*model.Binding) (bool, string)) Decision {
	d := Decision{Answer: Denied}
	for _, binding := range b.of[who] {
		if !b.holds(binding, permission) {
			continue
		}
		ok, more := covers(binding)
		if !ok {
			continue
		}
		conditions := conditionsOf(binding, more)
		if len(conditions) == 0 && d.Answer != Allowed {
			d = Decision{Answer: Allowed}
		}
		if d.Answer == Denied {
			d.Answer, d.On = Depends, conditions
		}
		if (d.Answer == Allowed) == (len(conditions) == 0) {
			d.Because = append(d.Because, refOf(binding))
		}
	}
	if len(d.Because) == 1 {
		d.Because[0].Needed = true
	}
	return b.withDenials(d, who, permission, covers)
}

// withDenials takes away what a deny policy forbids, which wins over all that is
// allowed.
func (b *Bindings) withDenials(d Decision, who, permission string, covers func(*model.Binding) (bool, string)) Decision {
	if d.Answer == Denied {
		return d
	}
	for _, binding := range b.denials {
		hit := slices.Contains(binding.Members, who) || slices.Contains(binding.Members, Everybody)
		if !hit || slices.Contains(binding.Exempt, who) || !roledata.Covers(binding.Permissions, permission) {
			continue
		}
		ok, more := covers(binding)
		if !ok {
			continue
		}
		if conditions := conditionsOf(binding, more); len(conditions) > 0 {
			d.Answer, d.On = Depends, append(d.On, "a deny policy does not apply: "+strings.Join(conditions, ", "))
			continue
		}
		return Decision{Answer: Denied, Because: []Ref{refOf(binding)}}
	}
	return d
}

// Everybody is the member of a deny policy that stands for all.
const Everybody = "everybody"

func refOf(binding *model.Binding) Ref {
	r := Ref{Policy: binding.ID}
	if len(binding.Evidence) > 0 {
		r.Evidence = binding.Evidence[0]
	}
	return r
}

// holding reports whether a binding is on something that holds others.
func (b *bound) holding(cloud *roledata.Cloud, binding *model.Binding) bool {
	if !fitsAny(cloud.Wide, technology(binding.ID)) {
		return false
	}
	for _, id := range binding.On {
		if e := b.byID[id]; e != nil && !fitsAny(cloud.Holders, e.Technology) {
			return false
		}
	}
	scope := strings.ToLower(strings.TrimSuffix(binding.Scope, "/"))
	return len(binding.On) > 0 || cloud.IsAbove(scope) || fitsAny(cloud.Holding, scope) || b.wide(cloud, binding)
}

// wide reports whether a binding is on a whole project or subscription, or on
// what is above them.
func (b *bound) wide(cloud *roledata.Cloud, binding *model.Binding) bool {
	if !fitsAny(cloud.Wide, technology(binding.ID)) {
		return false
	}
	scope := strings.ToLower(strings.TrimSuffix(binding.Scope, "/"))
	return scope != "" && (cloud.IsAbove(scope) || fitsAny(cloud.Whole, scope))
}

func fitsAny(patterns []string, text string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		ok, err := path.Match(p, text)
		return err == nil && ok
	})
}
