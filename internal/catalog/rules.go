package catalog

import (
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// rules adds network rules to the rule set that they are part of.
func (b *build) rules(n *node) {
	for _, block := range n.entry.Rules {
		for _, it := range n.scope.items(block.Each, block.When) {
			r := b.rule(it, block)
			for _, owner := range n.elements() {
				owner.element.Rules = append(owner.element.Rules, r)
			}
		}
	}
}

func (b *build) rule(it item, block *rule) model.NetworkRule {
	r := model.NetworkRule{State: it.state, Protocol: "any"}
	certain := true
	known := func(ok bool) { certain = certain && ok }

	var ok bool
	r.Direction, ok = it.text(block.Direction)
	known(ok)
	allow := it.truth(block.Allow)
	known(allow.Known())
	r.Allow = allow.True()
	if text, ok := it.text(block.Protocol); ok && text != "" {
		r.Protocol = protocol(text)
	} else {
		known(ok)
	}
	r.FromPort, ok = it.number(block.FromPort, -1)
	known(ok)
	r.ToPort, ok = it.number(block.ToPort, -1)
	known(ok)
	if r.Protocol == "any" {
		r.FromPort, r.ToPort = -1, -1
	}
	r.Priority, ok = it.number(block.Priority, 0)
	known(ok)
	var whole bool
	r.CIDRs, whole = it.strings(block.CIDRs)
	named, ok := it.strings(block.Groups)
	r.Groups = b.ids(it.scope, block.Groups, nil, "network.rule")
	// Whoever else is let in makes no difference once everyone is.
	known(slices.ContainsFunc(r.CIDRs, isEveryone) || whole && ok && len(r.Groups) >= len(named))
	if !certain {
		r.State = model.Unknown
	}
	r.Evidence = ruleEvidence(it, block)
	return r
}

func isEveryone(cidr string) bool { return cidr == "0.0.0.0/0" || cidr == "::/0" }

// ruleEvidence puts the line that says who is let in before the rule's own.
func ruleEvidence(it item, block *rule) []model.Evidence {
	var list []model.Evidence
	add := func(more []model.Evidence) {
		for _, e := range more {
			if !slices.Contains(list, e) {
				list = append(list, e)
			}
		}
	}
	for _, p := range it.reads(block.CIDRs) {
		add(p.chain())
	}
	add(it.at.chain())
	if len(list) == 0 {
		add([]model.Evidence{it.node.header()})
	}
	return list
}

// protocol brings the spellings of a protocol to one, by IANA's numbers.
func protocol(text string) string {
	switch text {
	case "-1", "all", "ALL", "any":
		return "any"
	case "6", "TCP":
		return "tcp"
	case "17", "UDP":
		return "udp"
	case "1", "ICMP":
		return "icmp"
	}
	return text
}
