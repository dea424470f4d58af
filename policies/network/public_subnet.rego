# METADATA
# title: Machines get public addresses by themselves
# description: >-
#   Anyone on the internet can knock on what starts in {element} because it gives every machine
#   a public address, which lets one open rule expose it.
# custom:
#   id: NET-020
#   on: network.subnet
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [668, 1327]
#   attack: [T1190, T1133]
#   fix: >-
#     Set "map_public_ip_on_launch = false", and give addresses to gateways only.
package threatvet.threats.network.public_subnet

threats contains threat if {
	some element in input.by_kind["network.subnet"]
	element.facts.public_addresses == true

	threat := {"on": element.id, "because": ["public_addresses"]}
}
