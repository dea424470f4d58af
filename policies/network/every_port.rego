# METADATA
# title: Every port is open
# description: >-
#   An attacker who is inside {range} can try every service behind {element} because it opens all
#   ports to those addresses, which lets them find one that nobody meant to show.
# custom:
#   id: NET-016
#   on: network.rule
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [923, 1327]
#   attack: [T1046, T1210]
#   fix: >-
#     Name the ports that are needed (ports, from_port and to_port, destination_port_range).
package threatvet.threats.network.every_port

import data.threatvet.lib.network

threats contains threat if {
	some element in input.by_kind["network.rule"]
	network.opens(element)
	some rule in element.rules
	rule.direction == "in"
	rule.allow == true
	rule.protocol in {"tcp", "udp", "any"}
	network.every_port(rule)
	count(rule.cidrs) > 0

	threat := {
		"on": element.id,
		"because": [],
		"rule": rule.index,
		"values": {"range": sort(rule.cidrs)},
	}
}
