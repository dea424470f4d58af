# METADATA
# title: Starts with an open network
# description: >-
#   Attackers who scan the internet can reach machines of {element} because it starts with a
#   network that lets everyone in over SSH and remote desktop, which lets one weak key open
#   them.
# custom:
#   id: NET-013
#   on: iac.config
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [1188, 668]
#   attack: [T1133, T1110]
#   fix: >-
#     Set "auto_create_network = false".
package threatvet.threats.network.default_network

threats contains threat if {
	some element in input.by_kind["iac.config"]
	element.facts.default_network == true

	threat := {"on": element.id, "because": ["default_network"]}
}
