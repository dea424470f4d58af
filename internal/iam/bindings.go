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
	gaps   []*model.Gap
}

func newBound(sys *model.System) *bound {
	b := &bound{sys: sys, byID: map[string]*model.Element{}, inside: map[string][]*model.Element{}}
	for _, e := range sys.Elements {
		b.byID[e.ID] = e
		b.inside[e.Provider] = append(b.inside[e.Provider], e)
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
	if cloud == nil || binding.Role == "" || binding.State == model.Unknown && len(binding.On) == 0 && binding.Scope == "" {
		return nil
	}
	levels, known := rights(cloud, binding)
	if !known {
		b.note(binding)
		return nil
	}
	targets, condition := b.targets(cloud, binding)
	var list []*model.Grant
	for _, e := range targets {
		for _, level := range levels(e.Technology) {
			for _, m := range binding.Members {
				list = append(list, bindingGrant(binding, member(cloud, m), e, level, condition))
			}
		}
	}
	return list
}

func bindingGrant(binding *model.Binding, who string, e *model.Element, level string, condition string) *model.Grant {
	g := &model.Grant{
		ID: fmt.Sprintf("%s -> %s#%s", who, e.ID, level), Identity: who, On: e.ID, Level: level,
		Actions: []string{binding.Role}, Evidence: binding.Evidence,
	}
	for _, c := range []string{binding.Condition, condition} {
		if c != "" {
			g.Conditions = append(g.Conditions, c)
		}
	}
	if binding.State == model.Unknown {
		g.Conditions = append(g.Conditions, "a part of the binding that the sources do not show")
	}
	g.Certain = len(g.Conditions) == 0
	return g
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
	above := slices.ContainsFunc(cloud.Above, func(p string) bool { return strings.HasPrefix(scope, p) })
	if above {
		condition = "what the configuration makes lies in " + binding.Scope
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
