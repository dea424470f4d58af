package catalog

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"github.com/threatvet/threatvet/internal/model"
)

// controls adds what makes attacks on an element harder.
func (b *build) controls(n *node) {
	for _, block := range n.entry.Controls {
		for _, it := range n.scope.items(block.Each, block.When) {
			evidence := it.evidence(block.When)
			if !written(block.When) {
				evidence = it.at.chain()
			}
			for _, on := range b.targets(n, it.scope, block.On, block.OfType) {
				b.sys.Controls = append(b.sys.Controls, &model.Control{
					ID: b.unique(on.id + "#" + block.Kind), Kind: block.Kind, On: on.id,
					State: it.state, Evidence: evidence,
				})
				on.element.Controls = union(on.element.Controls, []string{block.Kind})
			}
		}
	}
}

// targets are the elements that an expression names, or the node's own.
func (b *build) targets(n *node, s *scope, expr hcl.Expression, types []string) []*node {
	if !written(expr) {
		return n.elements()
	}
	var list []*node
	for _, found := range b.resolve(s, expr, types) {
		list = append(list, found.elements()...)
	}
	return list
}

// entryPoints adds ways in.
func (b *build) entryPoints(n *node) {
	for _, block := range n.entry.EntryPoints {
		for _, it := range n.scope.items(block.Each, block.When) {
			for _, on := range b.targets(n, it.scope, block.On, block.OfType) {
				b.sys.EntryPoints = append(b.sys.EntryPoints, b.entryPoint(n, it, block, on))
			}
		}
	}
}

func (b *build) entryPoint(n *node, it item, block *entryPoint, on *node) *model.EntryPoint {
	e := &model.EntryPoint{
		ID: b.unique(n.id + "#entry"), Element: on.id, Kind: block.Kind,
		Authn: model.Fact{State: model.Unknown}, Authz: model.Fact{State: model.Unknown},
		Mutates: model.Fact{State: model.Unknown}, Location: locationOf(n.res.Range),
	}
	e.Method, _ = it.text(block.Method)
	e.Path, _ = it.text(block.Path)
	if f, ok := it.fact(block.Authn, "string"); ok {
		e.Authn = f
	}
	if chain := it.at.chain(); len(chain) > 0 {
		e.Location = chain[0].Location
	}
	return e
}

// hop is one connection that a flow block declares between two nodes, of which
// either may be no element.
type hop struct {
	from, to *node
	flow     model.Flow
	forwards bool
}

// flows notes the connections that a node declares.
func (b *build) flows(n *node) {
	for _, block := range n.entry.Flows {
		for _, it := range n.scope.items(block.Each, block.When) {
			from, to := b.ends(n, it.scope, block.From, block.OfType), b.ends(n, it.scope, block.To, block.OfType)
			f := b.flow(it, block)
			for _, a := range from {
				for _, z := range to {
					if a != z {
						b.hops = append(b.hops, hop{from: a, to: z, flow: f, forwards: block.Forwards})
					}
				}
			}
		}
	}
}

// ends are the nodes at one end of a flow: what the expression names, or what
// the node speaks for.
func (b *build) ends(n *node, s *scope, expr hcl.Expression, types []string) []*node {
	if !written(expr) {
		if own := n.elements(); len(own) > 0 {
			return own
		}
		return []*node{n}
	}
	var list []*node
	for _, found := range b.resolveWith(s, expr, types, true) {
		if own := found.elements(); len(own) > 0 {
			list = append(list, own...)
		} else {
			list = append(list, found)
		}
	}
	return list
}

func (b *build) flow(it item, block *flow) model.Flow {
	f := model.Flow{
		Basis: "declared", Evidence: it.at.chain(),
		Authn: model.Fact{State: model.Unknown}, Authz: model.Fact{State: model.Unknown},
		Encryption: model.Fact{State: model.Unknown},
	}
	for _, expr := range []hcl.Expression{block.To, block.From} {
		for _, p := range it.reads(expr) {
			if chain := p.chain(); len(chain) > 0 && !slices.Contains(f.Evidence, chain[0]) {
				f.Evidence = append([]model.Evidence{chain[0]}, f.Evidence...)
			}
		}
	}
	if it.state == model.Unknown {
		f.Basis = "inferred"
	}
	f.Protocol, _ = it.text(block.Protocol)
	f.Operation, _ = it.text(block.Operation)
	f.Ranges = it.ranges(block.Ranges)
	f.Port, _ = it.number(block.Port, 0)
	if e, ok := it.fact(block.Encryption, "string"); ok {
		f.Encryption = e
	}
	return f
}

// ranges are the addresses that an expression lists, or none where it may mean
// others.
func (it item) ranges(expr hcl.Expression) []string {
	list, whole := it.strings(expr)
	if !whole || slices.Contains(list, "") {
		return nil
	}
	return list
}

// forward turns hops into flows between elements: what lies between two
// elements and is none itself, such as a target group, is passed over. A rule
// or schedule that nothing sets off but itself starts a flow although it is no
// element.
func (b *build) forward() {
	next, reached := map[*node][]hop{}, map[*node]bool{}
	for _, h := range b.hops {
		next[h.from] = append(next[h.from], h)
		reached[h.to] = true
	}
	flows := map[string]*model.Flow{}
	for _, n := range b.nodes {
		for _, h := range next[n] {
			if n.element != nil || !reached[n] && h.flow.Protocol == "event" {
				b.follow(n, h, next, map[*node]bool{}, flows)
			}
		}
	}
	for _, id := range sortedKeys(flows) {
		b.sys.Flows = append(b.sys.Flows, flows[id])
	}
}

func (b *build) follow(start *node, h hop, next map[*node][]hop, seen map[*node]bool, flows map[string]*model.Flow) {
	if h.to.element != nil {
		b.emit(start, h, flows)
		return
	}
	if seen[h.to] {
		return
	}
	seen[h.to] = true
	for _, onward := range next[h.to] {
		onward.forwards = onward.forwards && h.forwards
		onward.flow.Evidence = append(slices.Clone(h.flow.Evidence), onward.flow.Evidence...)
		if onward.flow.Protocol == "" {
			onward.flow.Protocol = h.flow.Protocol
		}
		if onward.flow.Port == 0 {
			onward.flow.Port = h.flow.Port
		}
		b.follow(start, onward, next, seen, flows)
	}
}

func (b *build) emit(start *node, h hop, flows map[string]*model.Flow) {
	if start == h.to {
		return
	}
	id := fmt.Sprintf("%s -> %s", start.id, h.to.id)
	if have := flows[id]; have != nil {
		have.Operation = cmp.Or(have.Operation, h.flow.Operation)
		if len(have.Ranges) == 0 || len(h.flow.Ranges) == 0 {
			have.Ranges = nil
		} else {
			have.Ranges = union(have.Ranges, h.flow.Ranges)
		}
		for _, e := range h.flow.Evidence {
			if len(have.Evidence) < maxEvidence && !slices.Contains(have.Evidence, e) {
				have.Evidence = append(have.Evidence, e)
			}
		}
	} else {
		f := h.flow
		f.ID, f.From, f.To = id, start.id, h.to.id
		flows[id] = &f
	}
	if h.forwards && start.element != nil {
		if start.element.Network == nil {
			start.element.Network = newNetwork(start)
		}
		start.element.Network.Targets = union(start.element.Network.Targets, []string{h.to.id})
	}
}
