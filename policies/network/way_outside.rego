# METADATA
# title: Calls to the cloud leave the network
# description: >-
#   Someone on the way can see and disturb calls to services of the cloud because machines
#   in {element} reach them over public addresses, which also keeps the way out open for
#   stolen data.
# custom:
#   id: NET-012
#   on: network.subnet
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [923]
#   attack: [T1041, T1567]
#   fix: >-
#     Set "private_ip_google_access = true".
package threatvet.threats.network.way_outside

threats contains threat if {
	some element in input.by_kind["network.subnet"]
	element.facts.private_service_access == false

	threat := {"on": element.id, "because": ["private_service_access"]}
}
