# METADATA
# title: Anyone can list files
# description: >-
#   Anyone on the internet can see which files {element} holds because it lists them for
#   everyone, which lets them find what is public by mistake and learn names.
# custom:
#   id: OBJ-017
#   on: store.object
#   stride: disclosure
#   ease: 4
#   cwe: [732, 548]
#   attack: [T1619]
#   fix: >-
#     Take s3:ListBucket away from the public statement of the bucket policy; readers of a web
#     site need s3:GetObject only.
#   fixes:
#     azurerm: >-
#       Set "container_access_type = \"blob\"" or "private" instead of "container".
#     google: >-
#       Give everyone roles/storage.legacyObjectReader instead of a role that lists
#       (roles/storage.objectViewer), if they are to read at all.
package threatvet.threats.storage.public_list

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.public_list == true

	threat := {"on": element.id, "because": ["public_list"]}
}
