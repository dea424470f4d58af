# METADATA
# title: Next to the data
# description: >-
#   An attacker who breaks {neighbour} is at once next to {store} because both are in {element},
#   whose members may connect to each other, which lets them attack it directly.
# custom:
#   id: NET-006
#   on: network.rule
#   stride: elevation
#   ease: 2
#   cwe: [653]
#   attack: [T1021, T1210]
#   fix: >-
#     Give the store a group of its own that admits only what it needs from the other.
package threatvet.threats.network.shared_with_store

import data.threatvet.lib.stakes

threats contains threat if {
	some element in input.by_kind["network.rule"]
	some rule in element.rules
	rule.direction == "in"
	rule.allow == true
	element.id in rule.groups

	some neighbour in input.members_of[element.id]
	input.by_id[neighbour].exposure == "internet"
	startswith(input.by_id[neighbour].kind, "compute.")

	some store in input.members_of[element.id]
	stakes.holds_data(input.by_id[store])
	stakes.confidentiality(input.by_id[store]) >= 3

	threat := {
		"on": element.id,
		"because": [],
		"rule": rule.index,
		"values": {"neighbour": neighbour, "store": store},
		"reaches": [store],
	}
}
