# METADATA
# title: No guard against publishing
# description: >-
#   A single mistake can publish the files in {element} because its guard against public access is
#   off, which lets a later grant expose {data} unnoticed.
# custom:
#   id: OBJ-006
#   on: store.object
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [1188]
#   attack: [T1530]
#   fix: >-
#     Set all four arguments of aws_s3_bucket_public_access_block to true.
package threatvet.threats.storage.guard_off

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.public_guard == false

	# What is public already is told by other threats.
	element.facts.public_read == false
	element.facts.public_write == false

	# So is a guard that leaves lists, or policies, free altogether.
	not free(element)

	threat := {"on": element.id, "because": ["public_guard"]}
}

free(element) if element.facts.lists_may_publish == true

free(element) if element.facts.policies_may_publish == true
