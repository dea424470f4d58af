package catalog

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/threatvet/threatvet/internal/model"
)

// scopes names what a node lies in as far as rights go.
func (n *node) scopes() []string {
	expr := n.entry.Scopes
	if !written(expr) {
		expr = n.entry.provider.Scopes
	}
	list, _ := n.scope.strings(expr)
	slices.Sort(list)
	return slices.Compact(list)
}

// bindings adds the roles that a node gives to members.
func (b *build) bindings(n *node) {
	for _, block := range n.entry.Bindings {
		for _, it := range n.scope.items(block.Each, block.When) {
			bound := b.binding(it, block)
			bound.ID = b.unique(n.id + "#binding")
			b.sys.Bindings = append(b.sys.Bindings, bound)
		}
	}
}

func (b *build) binding(it item, block *binding) *model.Binding {
	bound := &model.Binding{State: it.state, On: b.ids(it.scope, block.On, block.OfType), Evidence: it.evidence(block.Role)}
	known := func(ok bool) {
		if !ok {
			bound.State = model.Unknown
		}
	}
	var ok bool
	bound.Role, ok = it.text(block.Role)
	own := b.ownRole(it, block, bound)
	known(ok || own)
	bound.Members, ok = b.membersOf(it, block.Members)
	known(ok)
	bound.Scope, ok = it.text(block.On)
	known(ok || len(bound.On) > 0)
	if condition, whole := it.text(block.Condition); condition != "" || !whole {
		bound.Condition = condition
		if condition == "" {
			bound.Condition = "a condition that the sources do not tell"
		}
	}
	if written(block.Denied) {
		var whole bool
		bound.Deny = true
		bound.Permissions, whole = it.strings(block.Denied)
		known(whole)
		bound.Exempt, _ = b.membersOf(it, block.Exempt)
	}
	for _, e := range it.evidence(block.Members) {
		if !slices.Contains(bound.Evidence, e) {
			bound.Evidence = append(bound.Evidence, e)
		}
	}
	return bound
}

// ownRole fills in the permissions of a role that the sources define.
func (b *build) ownRole(it item, block *binding, bound *model.Binding) bool {
	found := false
	for _, n := range b.resolve(it.scope, block.Role, nil) {
		for _, r := range n.entry.Roles {
			permissions, _ := n.scope.strings(r.Permissions)
			except, _ := n.scope.strings(r.Except)
			bound.Permissions = union(bound.Permissions, permissions)
			bound.Except = union(bound.Except, except)
			bound.Role, found = n.id, true
		}
	}
	return found
}

// membersOf returns the identities that a binding names, and the names of those
// that are not in the sources. whole is false where some are not known.
func (b *build) membersOf(it item, named hcl.Expression) (members []string, whole bool) {
	values, whole := it.strings(named)
	for _, v := range values {
		_, bare, _ := strings.Cut(v, ":") // serviceAccount:app@example.iam.gserviceaccount.com
		ids := b.identityIDs(append(b.lookup(it.node.dir, v, nil), b.lookup(it.node.dir, bare, nil)...))
		if len(ids) == 0 {
			ids = []string{v}
		}
		members = union(members, ids)
	}
	if !whole {
		ids := b.identityIDs(b.resolve(it.scope, named, nil))
		members, whole = union(members, ids), len(ids) > 0
	}
	return members, whole
}

func (b *build) identityIDs(nodes []*node) []string {
	var ids []string
	for _, n := range nodes {
		if id := b.identityOf(n, maxHops); id != nil && !slices.Contains(ids, id.ID) {
			ids = append(ids, id.ID)
		}
	}
	return ids
}
