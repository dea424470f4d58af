package catalog

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/catalog/policydoc"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// makeIdentities makes an identity of each node whose entry says so.
func (b *build) makeIdentities() {
	b.identities = map[string]*model.Identity{}
	for _, n := range b.nodes {
		if n.element == nil {
			continue
		}
		for _, block := range n.entry.Identities {
			if !n.scope.truth(block.When).True() {
				continue
			}
			arn, _ := n.scope.text(block.ARN)
			id := &model.Identity{
				ID: n.id, Kind: block.Kind, Name: n.element.Name, ARN: arn, Root: n.dir,
				Facts: n.element.Facts, Location: n.element.Location,
			}
			b.identities[n.id] = id
			b.sys.Identities = append(b.sys.Identities, id)
		}
	}
}

// memberships puts identities into groups.
func (b *build) memberships(n *node) {
	for _, block := range n.entry.Memberships {
		groups := b.ids(n.scope, block.Groups, block.GroupsType)
		for _, member := range b.ids(n.scope, block.Members, block.MembersType) {
			if id := b.identities[member]; id != nil {
				id.Groups = union(id.Groups, groups)
			}
		}
	}
}

// maxHops bounds the way from a machine over templates and profiles to a role.
const maxHops = 6

// runsAs finds the identity that a node's code has the rights of.
func (b *build) runsAs(n *node) {
	own := b.identities[n.id]
	if n.element == nil || !written(n.entry.RunsAs) || own != nil && strings.HasPrefix(n.element.Kind, "identity.") {
		return
	}
	// An identity that someone chose counts before one that comes with the machine.
	id := b.chosenIdentity(n, maxHops)
	if id == nil {
		id = own
	}
	if id == nil {
		return
	}
	n.element.RunsAs = id.ID
	if strings.HasPrefix(n.element.Kind, "identity.") {
		return // an instance profile passes the role on and runs nothing
	}
	id.UsedBy = union(id.UsedBy, []string{n.id})
}

func (b *build) identityOf(n *node, hops int) *model.Identity {
	if id := b.identities[n.id]; id != nil {
		return id
	}
	return b.chosenIdentity(n, hops)
}

// chosenIdentity follows runs_as to an identity other than the node's own.
func (b *build) chosenIdentity(n *node, hops int) *model.Identity {
	if hops == 0 || !written(n.entry.RunsAs) {
		return nil
	}
	for _, next := range b.resolve(n.scope, n.entry.RunsAs, nil) {
		if next == n {
			continue
		}
		if id := b.identityOf(next, hops-1); id != nil {
			return id
		}
	}
	return nil
}

// policies adds the policy documents that a node carries or attaches.
func (b *build) policies(n *node) {
	for _, block := range n.entry.Policies {
		b.policy(n, block, block.Kind)
	}
	for _, block := range n.entry.Resource {
		b.policy(n, block, "resource")
	}
}

func (b *build) policy(n *node, block *policy, kind string) {
	for _, it := range n.scope.items(block.Each, block.When) {
		for _, p := range b.documents(it, block) {
			p.Kind = cmp.Or(kind, p.Kind)
			if name, complete := it.given(block.Name); complete {
				p.Name = name
			}
			for _, holder := range b.holders(n, it, block) {
				held := *p
				held.Holder = holder
				held.ID = b.unique(n.id + "#" + p.Kind)
				b.sys.Policies = append(b.sys.Policies, &held)
			}
		}
	}
}

func (b *build) unique(base string) string {
	b.counts[base]++
	if count := b.counts[base]; count > 1 {
		return fmt.Sprintf("%s-%d", base, count)
	}
	return base
}

func (b *build) holders(n *node, it item, block *policy) []string {
	if written(block.Holder) {
		ids := b.ids(it.scope, block.Holder, block.OfType)
		if len(ids) == 0 && block.Outside {
			ids, _ = it.strings(block.Holder)
			if len(ids) == 0 {
				ids = []string{terraform.Hole}
			}
		}
		return ids
	}
	var ids []string
	for _, o := range n.elements() {
		ids = append(ids, o.id)
	}
	return ids
}

// documents returns the document that a block carries, or those that it
// attaches by name.
func (b *build) documents(it item, block *policy) []*model.Policy {
	if written(block.Document) {
		if p := b.document(it, block); p != nil {
			return []*model.Policy{p}
		}
		return nil
	}
	v, _ := it.value(block.Managed)
	if v == cty.NilVal || isNull(v) {
		return nil
	}
	evidence := it.evidence(block.Managed)
	var list []*model.Policy
	described := map[string]bool{}
	for _, other := range b.resolve(it.scope, block.Managed, nil) {
		found := b.attached(other, evidence)
		list = append(list, found...)
		for _, a := range other.aliases {
			described[a] = described[a] || len(found) > 0
		}
	}
	names, _ := stringsOf(v)
	for _, name := range names {
		if !described[name] {
			list = append(list, &model.Policy{Managed: name, State: model.Known, Evidence: evidence})
		}
	}
	if len(list) == 0 {
		list = append(list, &model.Policy{State: model.Unknown, Evidence: evidence})
	}
	return list
}

// attached returns the documents that another resource carries, as seen from
// what attaches it.
func (b *build) attached(other *node, evidence []model.Evidence) []*model.Policy {
	var list []*model.Policy
	for _, block := range other.entry.Policies {
		for _, it := range other.scope.items(block.Each, block.When) {
			if p := b.document(it, block); p != nil {
				p.Kind, p.Evidence = block.Kind, append(p.Evidence, evidence...)
				list = append(list, p)
			}
		}
	}
	return list
}

func (b *build) document(it item, block *policy) *model.Policy {
	v, reason := it.value(block.Document)
	if v == cty.NilVal || isNull(v) && reason == "" {
		return nil
	}
	p := &model.Policy{State: it.state, Evidence: it.evidence(block.Document)}
	text, complete, ok := terraform.Text(v)
	if !ok || text == terraform.Hole {
		p.State = model.Unknown
		return p
	}
	if text == "" {
		return nil
	}
	if !complete {
		p.State = model.Unknown
	}
	p.Document = policydoc.QuoteHoles(text)
	p.Statements = b.statementPlaces(it, block, text)
	return p
}
