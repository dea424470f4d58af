# METADATA
# title: The default rules let something in
# description: >-
#   Whatever is started without a thought can be reached or can call out because {element},
#   which everything gets that names no other, is not empty, which lets a forgotten machine be
#   found.
# custom:
#   id: NET-022
#   on: network.rule
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [1188]
#   attack: [T1046]
#   fix: >-
#     Leave aws_default_security_group without ingress and egress, and give each service a group
#     of its own.
package threatvet.threats.network.default_rules

threats contains threat if {
	some element in input.by_kind["network.rule"]
	element.facts.default_rules == true

	threat := {"on": element.id, "because": ["default_rules"]}
}
