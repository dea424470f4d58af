# METADATA
# title: Data service open to the internet
# description: >-
#   Anyone on the internet can reach {service} because {element} opens its port to every address,
#   which lets them try default passwords and known flaws.
# custom:
#   id: NET-004
#   on: network.rule
#   stride: disclosure
#   ease: 3
#   cwe: [668]
#   capec: [300]
#   attack: [T1190]
#   fix: >-
#     Let only the groups or addresses of the programs that use the service in (security_groups,
#     cidr_blocks).
#   fixes:
#     azurerm: >-
#       Let only the addresses of the programs that use the service in (source_address_prefix).
#     google: >-
#       Let only the addresses, tags or accounts of the programs that use the service in
#       (source_ranges, source_tags, source_service_accounts).
package threatvet.threats.network.open_data_port

import data.threatvet.lib.network

# meant holds where a rule is about data services: it is not simply about every
# port, or a store is among what it guards. A rule for every port that guards
# machines is told by the threat to their administration.
meant(_, rule) if not network.every_port(rule)

meant(element, _) if {
	some id in input.members_of[element.id]
	startswith(input.by_id[id].kind, "store.")
}

threats contains threat if {
	some way in network.ways_in
	element := way.element
	rule := way.rule
	services := network.named(rule, network.data_ports)
	count(services) > 0
	meant(element, rule)

	threat := {
		"on": element.id,
		"because": [],
		"rule": rule.index,
		"values": {"service": services},
	}
}
