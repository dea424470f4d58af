# METADATA
# title: Lists on single objects count
# description: >-
#   A single object in {element} can be public without anyone noticing because lists on
#   objects count beside the rules of the bucket, which lets {data} leak piece by piece.
# custom:
#   id: OBJ-012
#   on: store.object
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [732, 1220]
#   attack: [T1530]
#   fix: >-
#     Set "uniform_bucket_level_access = true".
package threatvet.threats.storage.two_kinds_of_rules

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.uniform_access == false

	threat := {"on": element.id, "because": ["uniform_access"]}
}
