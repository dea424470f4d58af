# METADATA
# title: Unusual door to the internet
# description: >-
#   Anyone on the internet can reach {service} behind {element} because it lets every address in
#   where no web site answers, which lets them map machines and try what was meant for inside.
# custom:
#   id: NET-018
#   on: network.rule
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [668]
#   capec: [300]
#   attack: [T1046, T1190]
#   fix: >-
#     List the addresses that need it (source_ranges, cidr_blocks, source_address_prefix).
#   fixes:
#     aws: >-
#       List the addresses that need it (cidr_blocks, cidr_ipv4).
#     azurerm: >-
#       List the addresses that need it (source_address_prefix).
#     google: >-
#       List the addresses that need it (source_ranges).
package threatvet.threats.network.unusual_port

import data.threatvet.lib.network

# Ports on which everyone is served on purpose.
for_everyone := {80, 443, 8080, 8443}

# told holds where another threat is about what the rule opens.
told(rule) if {
	not network.every_port(rule)
	count(network.named(rule, network.admin_ports)) > 0
}

told(rule) if {
	not network.every_port(rule)
	count(network.named(rule, network.data_ports)) > 0
}

told(rule) if {
	rule.protocol in {"tcp", "udp"}
	rule.from_port == rule.to_port
	rule.from_port in for_everyone
}

service(rule) := concat(" ", [rule.protocol, "port", format_int(rule.from_port, 10)]) if {
	rule.from_port == rule.to_port
	not network.every_port(rule)
}

service(rule) := concat(" ", [rule.protocol, "ports", format_int(rule.from_port, 10), "to", format_int(rule.to_port, 10)]) if {
	rule.from_port < rule.to_port
	not network.every_port(rule)
}

service(rule) := "every port" if {
	rule.protocol in {"tcp", "udp", "any"}
	network.every_port(rule)
}

service(rule) := concat(" ", ["the protocol", rule.protocol]) if {
	not rule.protocol in {"tcp", "udp", "any"}
	network.every_port(rule)
}

threats contains threat if {
	some way in network.ways_in
	element := way.element
	rule := way.rule
	not told(rule)

	threat := {
		"on": element.id,
		"because": [],
		"rule": rule.index,
		"values": {"service": service(rule)},
	}
}
