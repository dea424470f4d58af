# METADATA
# title: Everything may leave
# description: >-
#   Malware in {workload} can send {stolen} anywhere because {element} lets every connection out,
#   which lets stolen data leave unnoticed.
# custom:
#   id: NET-005
#   on: network.rule
#   stride: disclosure
#   ease: 2
#   safety_net: true
#   cwe: [923]
#   attack: [T1041, T1048, T1567]
#   fix: >-
#     Let the workload out only to what it needs (egress to groups, prefix lists and endpoints).
package threatvet.threats.network.open_way_out

import data.threatvet.lib.network
import data.threatvet.lib.stakes

threats contains threat if {
	some element in input.by_kind["network.rule"]
	network.opens(element)
	some rule in element.rules
	network.out_to_anywhere(rule)
	network.every_port(rule)

	at_stake := {id: names |
		some id in input.members_of[element.id]
		startswith(input.by_id[id].kind, "compute.")
		names := stakes.at_stake_behind(input.by_id[id])
		count(names) > 0
	}
	count(at_stake) > 0

	threat := {
		"on": element.id,
		"because": [],
		"rule": rule.index,
		"values": {
			"workload": sort(object.keys(at_stake)),
			"stolen": sort({name | some names in at_stake; some name in names}),
		},
		"reaches": sort(object.keys(at_stake)),
	}
}

# A rule set that nothing in the sources uses yet.
threats contains threat if {
	some element in input.by_kind["network.rule"]
	element.latent == true
	network.opens(element)
	some rule in element.rules
	network.out_to_anywhere(rule)
	network.every_port(rule)

	threat := {
		"on": element.id,
		"because": [],
		"rule": rule.index,
		"values": {"workload": ["whatever is put into it"], "stolen": ["what it finds there"]},
	}
}
