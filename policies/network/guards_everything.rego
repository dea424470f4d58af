# METADATA
# title: A rule for every machine
# description: >-
#   An attacker in one machine finds the same door on all others because {element} lets
#   callers in to every machine of its network, which lets them move on.
# custom:
#   id: NET-017
#   on: network.rule
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [923, 653]
#   attack: [T1021, T1210]
#   fix: >-
#     Name whom it is for (target_tags, target_service_accounts).
package threatvet.threats.network.guards_everything

threats contains threat if {
	some element in input.by_kind["network.rule"]
	element.facts.guards_everything == true

	threat := {"on": element.id, "because": ["guards_everything"]}
}
