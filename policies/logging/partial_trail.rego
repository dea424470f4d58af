# METADATA
# title: Trail with gaps
# description: >-
#   An attacker can hide from {element} because {what}, which lets them act without leaving proof.
# custom:
#   id: LOG-003
#   on: log.trail
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1562.008, T1070]
#   fix: >-
#     Set "is_multi_region_trail = true" ("all_regions = true"); on other clouds record every location and category (locations, categories, log_type) and take
#     exempted_members out.
package threatvet.threats.logging.partial_trail

lacks(element) := object.union(
	{"multi_region": "it covers one region only" | element.facts.multi_region == false},
	object.union(
		{"everyone_recorded": "some identities are left out" | element.facts.everyone_recorded == false},
		{"records_all_kinds": "some kinds of action are left out" | element.facts.records_all_kinds == false},
	),
)

threats contains threat if {
	some element in input.by_kind["log.trail"]
	missing := lacks(element)
	count(missing) > 0

	threat := {
		"on": element.id,
		"because": [fact | some fact, _ in missing],
		"values": {"what": concat(" and ", [words | some words in missing])},
	}
}
