# METADATA
# title: A policy may publish files
# description: >-
#   A single mistake can publish files in {element} because nothing refuses or limits public
#   policies, which lets a later policy expose {data} unnoticed.
# custom:
#   id: OBJ-016
#   on: store.object
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [1188]
#   attack: [T1530]
#   fix: >-
#     Set "block_public_policy = true" and "restrict_public_buckets = true" in
#     aws_s3_bucket_public_access_block.
package threatvet.threats.storage.policies_may_publish

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.policies_may_publish == true

	threat := {"on": element.id, "because": ["policies_may_publish"]}
}
