# METADATA
# title: Starts with an open network
# description: >-
#   Attackers who scan the internet can reach machines of {element} because it has the
#   network whose rules and public addresses nobody chose, which lets one weak key open them.
# custom:
#   id: NET-013
#   on: iac.config
#   also: [network.vpc]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [1188, 668]
#   attack: [T1133, T1110]
#   fix: >-
#     Set "auto_create_network = false", or make an aws_vpc of your own instead of aws_default_vpc.
package threatvet.threats.network.default_network

threats contains threat if {
	some kind in {"iac.config", "network.vpc"}
	some element in input.by_kind[kind]
	element.facts.default_network == true

	threat := {"on": element.id, "because": ["default_network"]}
}
