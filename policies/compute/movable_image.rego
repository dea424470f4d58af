# METADATA
# title: Image by movable tag
# description: >-
#   An attacker who poisons a public image reaches {element} because its image comes from outside
#   and is named by a tag that can move, which lets them run code inside our network.
# custom:
#   id: CIC-007
#   on: compute.container
#   also: [compute.function]
#   stride: tampering
#   ease: 2
#   cwe: [1357, 829]
#   capec: [538]
#   attack: [T1195.002]
#   fix: >-
#     Name the image by digest (@sha256:…), or copy it to a registry of your own.
package threatvet.threats.compute.movable_image

from_own_registry(element) if {
	some id in element.uses
	input.by_id[id].kind == "store.registry"
}

threats contains threat if {
	some kind in {"compute.container", "compute.function"}
	some element in input.by_kind[kind]
	element.facts.image_pinned == false
	not from_own_registry(element)

	threat := {"on": element.id, "because": ["image_pinned"]}
}
