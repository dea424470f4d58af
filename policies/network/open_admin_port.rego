# METADATA
# title: Administration open to the internet
# description: >-
#   Attackers who scan the internet can try to log in over {service} because {element} opens it to
#   every address, which lets one weak or stolen key open the machine.
# custom:
#   id: NET-003
#   on: network.rule
#   stride: disclosure
#   ease: 3
#   cwe: [668]
#   capec: [300]
#   attack: [T1133, T1021.004, T1110]
#   fix: >-
#     Let only the addresses of administrators in (cidr_blocks, cidr_ipv4), or close the port and
#     use a session manager.
#   fixes:
#     aws: >-
#       Let only the addresses of administrators in (cidr_blocks, cidr_ipv4), or close the port and
#       use a session manager.
#     azurerm: >-
#       Let only the addresses of administrators in (source_address_prefix), or close the port and
#       use a bastion.
#     google: >-
#       Let only the addresses of administrators, or those of IAP (35.235.240.0/20), in
#       (source_ranges).
package threatvet.threats.network.open_admin_port

import data.threatvet.lib.network

# guards_no_machine holds for a rule set that is used, but by nothing that one
# can log in to: load balancers and managed stores have no such port. A subnet or
# an interface may stand for a machine that is described elsewhere.
guards_no_machine(element) if {
	members := input.members_of[element.id]
	count(members) > 0
	every id in members {
		regex.match("^(gateway|store|queue|network[.](vpc|endpoint|gateway|peering|rule))", input.by_id[id].kind)
	}
}

threats contains threat if {
	some way in network.ways_in
	element := way.element
	rule := way.rule
	services := network.named(rule, network.admin_ports)
	count(services) > 0
	not guards_no_machine(element)

	threat := {
		"on": element.id,
		"because": [],
		"rule": rule.index,
		"values": {"service": services},
	}
}
