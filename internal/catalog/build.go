package catalog

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// Build turns loaded Terraform into the model: elements, identities, policies,
// flows, controls, zones, entry points and gaps.
func (c *Catalog) Build(result *terraform.Result) *model.System {
	sys, _ := c.BuildContext(context.Background(), result) // which is never done
	return sys
}

// BuildContext is Build where the work may be given up; the error is the
// context's.
func (c *Catalog) BuildContext(ctx context.Context, result *terraform.Result) (*model.System, error) {
	b := &build{graph: c.graph(result), sys: &model.System{Version: model.Version}, counts: map[string]int{}, marks: map[*node]*mark{}, made: map[string]*node{}, placed: map[string][]*node{}}
	for _, n := range b.nodes {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		b.element(n)
	}
	b.raise()
	b.makeIdentities()
	for _, n := range b.nodes {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		b.connect(n)
	}
	b.states(result)
	b.guard()
	b.forward()
	b.unresolved(result)
	b.finish()
	b.sys.Sort()
	return b.sys, nil
}

// build is one run of Build.
type build struct {
	*graph
	sys *model.System
	// hops are the connections between nodes that flow blocks declare.
	hops       []hop
	identities map[string]*model.Identity
	// counts numbers what would otherwise have the same id.
	counts map[string]int
	marks  map[*node]*mark
	// made are the elements by id, placed those with a place in a network by root.
	made   map[string]*node
	placed map[string][]*node
}

// element makes the element of a node, with all that needs no other element.
func (b *build) element(n *node) {
	kind := n.kind()
	if kind == "" {
		return
	}
	e := &model.Element{
		ID:         n.id,
		Kind:       kind,
		Technology: n.res.Type,
		Name:       n.name(),
		Provider:   n.entry.provider.Prefix,
		Root:       n.dir,
		Aliases:    n.aliases,
		Tags:       n.tags(),
		Scopes:     n.scopes(),
		Facts:      n.facts(),
		Opaque:     n.res.Opaque,
		Location:   locationOf(n.res.Range),
	}
	e.Region, e.Account = n.scope.whole(n.entry.provider.Location), n.scope.whole(n.entry.provider.Identifies)
	e.RegionAssumed = n.regionAssumed
	n.element = e
	b.made[n.id] = n
	b.sys.Elements = append(b.sys.Elements, e)
}

// whole evaluates to a text that is known from end to end, or to none.
func (s *scope) whole(expr hcl.Expression) string {
	if text, complete := s.text(expr); complete {
		return text
	}
	return ""
}

// name is what the configuration calls the resource. A stand-in is no name, and
// neither is what contains one. Where only parts are known, the label says it,
// unless it is shorter than those: a module calls its only resource "this".
func (n *node) name() string {
	label := base(n.res.Address)
	text, complete := n.scope.given(n.entry.Name)
	if text == "" || !complete && len(strings.ReplaceAll(text, terraform.Hole, "")) <= len(label) {
		return label
	}
	return strings.ReplaceAll(text, terraform.Hole, "…")
}

// given evaluates to a text that the configuration gives, without stand-ins.
// complete is false where a part of it is not known.
func (s *scope) given(expr hcl.Expression) (text string, complete bool) {
	if !written(expr) {
		return "", true
	}
	n := s.node
	ctx := s.ctx.NewChild()
	ctx.Variables = map[string]cty.Value{"self": cty.ObjectVal(attributesOf(n.res.Config, n.entry.attributes))}
	text, complete = (&scope{node: n, ctx: ctx, places: s.places}).text(expr)
	if n.standsIn(s.reads(expr), text) {
		return "", true
	}
	return text, complete
}

// tags are the resource's own over those of the provider.
func (n *node) tags() map[string]string {
	expr := n.entry.Tags
	if !written(expr) {
		expr = n.entry.provider.Tags
	}
	v, _ := n.scope.value(expr)
	if v == cty.NilVal {
		return nil
	}
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	tags := map[string]string{}
	for it := v.ElementIterator(); it.Next(); {
		k, item := it.Element()
		if text, complete, ok := terraform.Text(item); ok && complete {
			tags[keyText(k)] = text
		}
	}
	if len(tags) == 0 {
		return nil
	}
	return tags
}

// facts evaluates the fact blocks.
func (n *node) facts() map[string]model.Fact {
	words := model.Words()
	var facts map[string]model.Fact
	for _, block := range n.entry.Facts {
		word, _ := words.Fact(block.Name)
		f, ok := n.scope.fact(block.Value, word.Type)
		if !ok {
			continue
		}
		if block.Assumed && f.State == model.Known {
			f.State = model.Assumed
		}
		if facts == nil {
			facts = make(map[string]model.Fact, len(n.entry.Facts))
		}
		facts[block.Name] = f
	}
	return facts
}

// connect adds to the model what a node says about its relations.
func (b *build) connect(n *node) {
	b.references(n)
	b.network(n)
	b.rules(n)
	b.environment(n)
	b.runsAs(n)
	b.zones(n)
	b.controls(n)
	b.entryPoints(n)
	b.policies(n)
	b.bindings(n)
	b.memberships(n)
	b.flows(n)
}

// references lists which elements the arguments of an element name.
func (b *build) references(n *node) {
	for _, name := range sortedKeys(attributesOf(n.res.Config, nil)) {
		at := place{node: n, path: cty.GetAttrPath(name)}
		addresses := n.res.References(at.path)
		if len(addresses) == 0 {
			continue
		}
		stands := at.line()
		for _, address := range addresses {
			other := b.at(n.dir, address)
			if other == nil || other == n {
				continue
			}
			b.refer(n, name, other, stands)
		}
	}
}

// refer notes that one resource names another. What is part of an element,
// such as the version of a secret, speaks for that element.
func (b *build) refer(n *node, attribute string, other *node, at model.Location) {
	for _, from := range n.elements() {
		for _, to := range other.elements() {
			if from != to {
				from.element.References = append(from.element.References, model.Reference{Attribute: attribute, To: to.id, Credential: other.entry.Credential, Location: at})
			}
		}
	}
}

// ids resolves an expression to the ids of elements.
func (b *build) ids(s *scope, expr hcl.Expression, types []string, kinds ...string) []string {
	var list []string
	for _, found := range b.resolve(s, expr, types) {
		for _, e := range found.elements() {
			if len(kinds) == 0 || slices.Contains(kinds, e.element.Kind) {
				list = append(list, e.id)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func union[T cmp.Ordered](a, b []T) []T {
	all := append(a, b...)
	slices.Sort(all)
	return slices.Compact(all)
}

func (b *build) zones(n *node) {
	if n.element == nil {
		return
	}
	for _, block := range n.entry.Zones {
		z := &model.Zone{ID: n.id, Kind: block.Kind, Name: n.element.Name, Location: n.element.Location}
		if parents := b.ids(n.scope, block.Parent, nil); len(parents) > 0 {
			z.Parent = parents[0]
		}
		n.element.Zone = z.Parent
		b.sys.Zones = append(b.sys.Zones, z)
	}
}

// finish fills in what is the other side of a relation.
func (b *build) finish() {
	byID := map[string]*model.Element{}
	for _, n := range b.nodes {
		if n.element != nil {
			byID[n.id] = n.element
		}
	}
	for _, n := range b.nodes {
		if n.element == nil {
			continue
		}
		if owners := b.ids(n.scope, n.entry.PartOf, nil); len(owners) > 0 {
			n.element.PartOf = owners[0]
		}
		for _, id := range b.ids(n.scope, n.entry.Members, nil) {
			if m := byID[id]; m.PartOf == "" && m != n.element {
				m.PartOf = n.id
			}
		}
	}
}
