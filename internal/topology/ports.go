package topology

import "github.com/threatvet/threatvet/internal/model"

// span is a range of ports, both ends in it.
type span struct{ from, to int }

const lastPort = 65535

func allPorts() []span { return []span{{0, lastPort}} }

// portsOf are the ports that a rule is for.
func portsOf(r model.NetworkRule) []span {
	if r.Protocol == "any" || r.FromPort < 0 || r.Protocol == "icmp" {
		return allPorts()
	}
	return []span{{r.FromPort, max(r.FromPort, r.ToPort)}}
}

// within limits spans to single ports; no ports stand for all.
func within(spans []span, ports []int) []span {
	if len(ports) == 0 {
		return spans
	}
	var only []span
	for _, p := range ports {
		only = append(only, span{p, p})
	}
	return overlap(spans, only)
}

func overlap(a, b []span) []span {
	var list []span
	for _, x := range a {
		for _, y := range b {
			if from, to := max(x.from, y.from), min(x.to, y.to); from <= to {
				list = append(list, span{from, to})
			}
		}
	}
	return list
}

// without takes the ports of b out of a.
func without(a, b []span) []span {
	for _, cut := range b {
		var left []span
		for _, s := range a {
			if cut.to < s.from || cut.from > s.to {
				left = append(left, s)
				continue
			}
			if s.from < cut.from {
				left = append(left, span{s.from, cut.from - 1})
			}
			if s.to > cut.to {
				left = append(left, span{cut.to + 1, s.to})
			}
		}
		a = left
	}
	return a
}
