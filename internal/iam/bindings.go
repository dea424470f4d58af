package iam

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam/roledata"
	"github.com/threatvet/threatvet/internal/model"
)

// Who is nobody of the system's own but can hold rights in it.
const (
	Internet  = "internet"    // anyone, without credentials
	AnyoneOut = "any-account" // anyone who has an account with the same provider
)

// bound decides the rights that role bindings give, in clouds other than AWS.
// Such rights only add up: what denies and limits them is not modelled.
type bound struct {
	sys    *model.System
	byID   map[string]*model.Element
	inside map[string][]*model.Element // elements by provider
	// inGroup lists who is in a group.
	inGroup map[string][]string
	gaps    []*model.Gap
}

func newBound(sys *model.System) *bound {
	b := &bound{sys: sys, byID: map[string]*model.Element{}, inside: map[string][]*model.Element{}, inGroup: map[string][]string{}}
	giving := map[string]bool{} // what only gives rights is nothing to have rights on
	for _, binding := range sys.Bindings {
		id, _, _ := strings.Cut(binding.ID, "#")
		giving[id] = true
	}
	for _, e := range sys.Elements {
		b.byID[e.ID] = e
		if !giving[e.ID] || e.RunsAs != "" || !strings.HasPrefix(e.Kind, "identity.") {
			b.inside[e.Provider] = append(b.inside[e.Provider], e)
		}
	}
	for _, i := range sys.Identities {
		for _, g := range i.Groups {
			b.inGroup[g] = append(b.inGroup[g], i.ID)
		}
	}
	return b
}

func (b *bound) problems() []*model.Gap { return b.gaps }

func (b *bound) grants() []*model.Grant {
	found := map[string]*model.Grant{}
	for _, binding := range b.sys.Bindings {
		for _, g := range b.given(binding) {
			if have := found[g.ID]; have == nil || g.Certain && !have.Certain {
				found[g.ID] = g
			}
		}
	}
	list := make([]*model.Grant, 0, len(found))
	for _, id := range sortedKeys(found) {
		list = append(list, found[id])
	}
	return list
}

// given lists what one binding gives. One of which the role or the members are
// not known gives nothing that could be told.
func (b *bound) given(binding *model.Binding) []*model.Grant {
	cloud := b.cloudOf(binding)
	if cloud == nil || binding.Deny || binding.Role == "" || binding.State == model.Unknown && len(binding.On) == 0 && binding.Scope == "" {
		return nil
	}
	levels, known := rights(cloud, binding)
	if !known {
		b.note(binding)
		return nil
	}
	targets, condition := b.targets(cloud, binding)
	members := b.withMembers(binding.Members)
	var list []*model.Grant
	for _, m := range members {
		if b.ruling(cloud, binding) {
			list = append(list, bindingGrant(binding, member(cloud, m), Account, LevelAdmin, condition))
		}
		for _, e := range targets {
			for _, level := range levels(e.Technology) {
				list = append(list, bindingGrant(binding, member(cloud, m), e.ID, level, condition))
			}
		}
	}
	return list
}

// ruling reports whether a binding gives every right on all of a project, a
// subscription, or what is above them.
func (b *bound) ruling(cloud *roledata.Cloud, binding *model.Binding) bool {
	if !b.wide(cloud, binding) {
		return false
	}
	if len(binding.Permissions) > 0 {
		return slices.Contains(binding.Permissions, "*") && len(roledata.Plane(binding.Except, false)) == 0
	}
	role, known := cloud.Role(binding.Role)
	return known && slices.Contains(role.Admin, "*")
}

// withMembers adds to identities those who are in them.
func (b *bound) withMembers(ids []string) []string {
	list := slices.Clone(ids)
	for _, id := range ids {
		list = append(list, b.inGroup[id]...)
	}
	return compact(list)
}

func bindingGrant(binding *model.Binding, who, on, level, condition string) *model.Grant {
	g := &model.Grant{
		ID: fmt.Sprintf("%s -> %s#%s", who, on, level), Identity: who, On: on, Level: level,
		Actions: []string{binding.Role}, Evidence: binding.Evidence,
	}
	g.Conditions = conditionsOf(binding, condition)
	g.Certain = len(g.Conditions) == 0
	return g
}

// conditionsOf lists what the rights of a binding depend on.
func conditionsOf(binding *model.Binding, more string) []string {
	var list []string
	for _, c := range []string{binding.Condition, more} {
		if c != "" {
			list = append(list, c)
		}
	}
	if binding.State == model.Unknown {
		list = append(list, "a part of the binding that the sources do not show")
	}
	return list
}

// rights says which levels the role of a binding gives on a resource type.
func rights(cloud *roledata.Cloud, binding *model.Binding) (levels func(technology string) []string, known bool) {
	if len(binding.Permissions) > 0 {
		return func(technology string) []string {
			return cloud.Permitted(binding.Permissions, binding.Except, technology)
		}, true
	}
	role, known := cloud.Role(binding.Role)
	if !known {
		return nil, false
	}
	return role.On, true
}

func member(cloud *roledata.Cloud, name string) string {
	switch {
	case slices.Contains(cloud.Everyone, name):
		return Internet
	case slices.Contains(cloud.SignedIn, name):
		return AnyoneOut
	}
	return name
}

// cloudOf is the cloud of the resource that a binding stands in.
func (b *bound) cloudOf(binding *model.Binding) *roledata.Cloud {
	clouds := roledata.Clouds()
	for _, provider := range sortedKeys(clouds) {
		if strings.HasPrefix(technology(binding.ID), provider+"_") {
			return clouds[provider]
		}
	}
	return nil
}

// technology is the resource type in an address such as
// infra//module.a["x.y"].google_project_iam_member.z#binding.
func technology(id string) string {
	id, _, _ = strings.Cut(id, "#")
	if _, rest, found := strings.Cut(id, "//"); found {
		id = rest
	}
	var plain strings.Builder
	for {
		before, after, found := strings.Cut(id, "[")
		plain.WriteString(before)
		if !found {
			break
		}
		_, id, _ = strings.Cut(after, "]")
	}
	parts := strings.Split(plain.String(), ".")
	return parts[max(0, len(parts)-2)]
}

// targets lists the elements on which a binding gives its role: what it names
// and all that lies in it.
func (b *bound) targets(cloud *roledata.Cloud, binding *model.Binding) (list []*model.Element, condition string) {
	scope := strings.ToLower(strings.TrimSuffix(binding.Scope, "/"))
	above := cloud.IsAbove(scope)
	if above {
		condition = inside(binding)
	}
	for _, e := range b.inside[cloud.Provider] {
		if above || b.within(e, binding, scope) {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(x, y *model.Element) int { return cmp.Compare(x.ID, y.ID) })
	return list, condition
}

// maxParts bounds the way from a part to what it is part of.
const maxParts = 8

func (b *bound) within(e *model.Element, binding *model.Binding, scope string) bool {
	for hops := 0; e != nil && hops < maxParts; hops++ {
		if slices.Contains(binding.On, e.ID) || scope != "" && liesIn(e, scope) {
			return true
		}
		e = b.byID[e.PartOf]
	}
	return false
}

func liesIn(e *model.Element, scope string) bool {
	plain := strings.TrimPrefix(scope, "projects/")
	for _, s := range e.Scopes {
		if s = strings.ToLower(s); s == scope || s == plain {
			return true
		}
	}
	for _, a := range e.Aliases {
		if a = strings.ToLower(a); a == scope || strings.HasPrefix(a, scope+"/") {
			return true
		}
	}
	return false
}

func (b *bound) note(binding *model.Binding) {
	g := &model.Gap{
		Severity: "warning", What: fmt.Sprintf("what the role %s may do is not known", binding.Role),
		Why: "it is none of those that are described", Do: "the rights that it gives are not considered",
	}
	if len(binding.Evidence) > 0 {
		g.Location = binding.Evidence[0].Location
	}
	b.gaps = append(b.gaps, g)
}
