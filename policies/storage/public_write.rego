# METADATA
# title: Anyone can change files
# description: >-
#   Anyone can replace or add files in {element} because it accepts writes from everyone, which
#   lets them plant malware or falsify {data}.
# custom:
#   id: OBJ-002
#   on: store.object
#   stride: tampering
#   ease: 4
#   cwe: [732]
#   capec: [180]
#   attack: [T1565.001]
#   fix: >-
#     Take the public grant out of the bucket's ACL and policy, and block public access
#     (aws_s3_bucket_public_access_block, all four arguments true).
#   fixes:
#     azurerm: >-
#       Set "allow_nested_items_to_be_public = false" on the account and "container_access_type =
#       \"private\"" on its containers.
#     google: >-
#       Take allUsers and allAuthenticatedUsers out of the bucket's bindings, and set
#       "public_access_prevention = \"enforced\"".
package threatvet.threats.storage.public_write

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.public_write == true

	threat := {"on": element.id, "because": ["public_write"]}
}
