# METADATA
# title: Anyone can read files
# description: >-
#   Anyone on the internet can download the files in {element} because it is public, which lets
#   them take {data}.
# custom:
#   id: OBJ-005
#   on: store.object
#   stride: disclosure
#   ease: 4
#   cwe: [732, 200]
#   capec: [150]
#   attack: [T1530]
#   fix: >-
#     Take the public grant out of the bucket's ACL and policy, and block public access
#     (aws_s3_bucket_public_access_block, all four arguments true); if the files are meant for
#     everyone, say so in threat-context.yaml.
#   fixes:
#     azurerm: >-
#       Set "allow_nested_items_to_be_public = false" on the account and "container_access_type =
#       \"private\"" on its containers; if the files are meant for everyone, say so in
#       threat-context.yaml.
#     google: >-
#       Take allUsers and allAuthenticatedUsers out of the bucket's bindings, and set
#       "public_access_prevention = \"enforced\""; if the files are meant for everyone, say so in
#       threat-context.yaml.
package threatvet.threats.storage.public_read

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.public_read == true

	threat := {"on": element.id, "because": ["public_read"]}
}
