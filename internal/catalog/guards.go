package catalog

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/threatvet/threatvet/internal/model"
)

// mark is what rule sets choose an element by: the names of networks that are
// not in the sources, and its tags.
type mark struct {
	networks, tags []string
	// vague is true where some tag is not known.
	vague bool
}

// noteMark keeps what a network block says of names and tags.
func (b *build) noteMark(owner, n *node, block *network) {
	m := b.marks[owner]
	if m == nil {
		m = &mark{}
		b.marks[owner] = m
	}
	names, _ := n.scope.strings(block.VPC)
	tags, whole := n.scope.strings(block.Tags)
	m.networks, m.tags = union(m.networks, names), union(m.tags, tags)
	m.vague = m.vague || !whole
}

// guard puts elements under the rule sets that choose their members themselves.
func (b *build) guard() {
	for _, n := range b.nodes {
		if guarded(n) {
			b.placed[n.dir] = append(b.placed[n.dir], n)
		}
	}
	for _, n := range b.nodes {
		if n.element == nil {
			continue
		}
		for _, block := range n.entry.Guards {
			if when := n.scope.truth(block.When); !when.False() {
				b.guardWith(n, block)
			}
		}
	}
}

// guarded reports whether rule sets have a say in who reaches a node: networks
// and rule sets themselves are no members.
func guarded(n *node) bool {
	if n.element == nil || n.element.Network == nil {
		return false
	}
	return n.element.Kind == "network.interface" || !strings.HasPrefix(n.element.Kind, "network.")
}

func (b *build) guardWith(n *node, block *guard) {
	networks := b.ids(n.scope, block.Network, nil, "network.vpc")
	names, _ := n.scope.strings(block.Network)
	chosen := b.choice(n, block)
	for _, m := range b.placed[n.dir] {
		if m == n || !b.stands(m, networks, names) {
			continue
		}
		switch in, certain := chosen.has(m, b.marks[m]); {
		case in:
			m.element.Network.Groups = union(m.element.Network.Groups, []string{n.id})
		case !certain:
			m.element.Network.Partial = true
		}
	}
}

// stands reports whether an element is in one of the networks.
func (b *build) stands(m *node, networks, names []string) bool {
	net := m.element.Network
	if net.VPC != "" {
		return slices.Contains(networks, net.VPC)
	}
	for _, id := range net.Subnets {
		if s := b.made[id]; s != nil && s.element.Network != nil && slices.Contains(networks, s.element.Network.VPC) {
			return true
		}
	}
	return len(networks) == 0 && b.marks[m] != nil && slices.ContainsFunc(b.marks[m].networks, func(name string) bool { return slices.Contains(names, name) })
}

// choice is whom a guard chooses of those in its network.
type choice struct {
	tags, identities []string
	// limited is true where it does not choose everyone, whole where all of
	// what it chooses by is known.
	limited, whole bool
}

func (b *build) choice(n *node, block *guard) choice {
	var c choice
	tags, known := n.scope.strings(block.Tags)
	named, whole := n.scope.strings(block.Identities)
	c.tags, c.identities = tags, b.ids(n.scope, block.Identities, nil)
	c.limited = len(tags) > 0 || len(named) > 0 || !known || !whole
	c.whole = known && whole && len(named) <= len(c.identities)
	return c
}

// has reports whether a guard chooses an element, or that this is not certain.
func (c choice) has(n *node, m *mark) (in, certain bool) {
	if !c.limited {
		return true, true
	}
	if n.element.RunsAs != "" && slices.Contains(c.identities, n.element.RunsAs) {
		return true, true
	}
	if m == nil {
		return false, c.whole
	}
	if slices.ContainsFunc(m.tags, func(t string) bool { return slices.Contains(c.tags, t) }) {
		return true, true
	}
	return false, c.whole && !m.vague
}

// inherit places an element where other resources stand, such as its network
// interfaces.
func (b *build) inherit(net *model.Network, owner *node, s *scope, like hcl.Expression) {
	for _, other := range b.resolve(s, like, nil) {
		if other == owner {
			continue
		}
		for _, block := range other.entry.Networks {
			if !written(block.Like) {
				b.place(net, owner, other, block)
			}
		}
	}
}
