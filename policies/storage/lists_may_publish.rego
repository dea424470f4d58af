# METADATA
# title: A list may publish files
# description: >-
#   A single mistake can publish files in {element} because nothing refuses or ignores public
#   access lists, which lets a later list expose {data} unnoticed.
# custom:
#   id: OBJ-015
#   on: store.object
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [1188]
#   attack: [T1530]
#   fix: >-
#     Set "block_public_acls = true" and "ignore_public_acls = true" in
#     aws_s3_bucket_public_access_block.
package threatvet.threats.storage.lists_may_publish

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.lists_may_publish == true

	threat := {"on": element.id, "because": ["lists_may_publish"]}
}
