package catalog

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/model"
)

func (b *build) network(n *node) {
	for _, block := range n.entry.Networks {
		if block.Alone && n.element == nil {
			continue
		}
		for _, owner := range n.elements() {
			net := owner.element.Network
			if net == nil {
				net = newNetwork(n)
				owner.element.Network = net
			}
			b.place(net, owner, n, block)
			if written(block.Like) {
				b.inherit(net, owner, n.scope, block.Like)
			}
		}
	}
}

func (b *build) place(net *model.Network, owner, n *node, block *network) {
	b.noteMark(owner, n, block)
	subnets := b.ids(n.scope, block.Subnets, nil, "network.subnet")
	groups := b.ids(n.scope, block.Groups, nil, "network.rule")
	net.Partial = net.Partial || n.scope.more(block.Groups, groups)
	net.Subnets, net.Groups = union(net.Subnets, subnets), union(net.Groups, groups)
	if vpc := b.ids(n.scope, block.VPC, nil, "network.vpc"); len(vpc) > 0 && net.VPC == "" {
		net.VPC = vpc[0]
	}
	if v, _ := n.scope.value(block.Ports); v != cty.NilVal {
		net.Ports = union(net.Ports, ports(v))
	}
	if !written(block.PublicAddress) || net.PublicAddress.True() {
		return
	}
	f, ok := n.scope.fact(block.PublicAddress, "bool")
	if !ok {
		f = model.Fact{State: model.Unknown, Reason: "its subnet decides", Evidence: []model.Evidence{n.header()}}
	}
	net.PublicAddress = f
	net.Evidence = f.Evidence
}

// newNetwork is the place of what has no public address unless its entry says
// so.
func newNetwork(n *node) *model.Network {
	return &model.Network{PublicAddress: model.Fact{Value: false, State: model.Known, Evidence: []model.Evidence{n.header()}}}
}

// more reports whether an expression names more than was found.
func (s *scope) more(expr hcl.Expression, found []string) bool {
	named, complete := s.strings(expr)
	return !complete || len(named) > len(found)
}

func ports(v cty.Value) []int {
	v, _ = v.UnmarkDeep()
	var list []int
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	for it := v.ElementIterator(); it.Next(); {
		_, item := it.Element()
		if f, _ := plain(item, "number"); f != nil {
			list = append(list, int(f.(float64)))
		}
	}
	return list
}
