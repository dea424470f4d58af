# METADATA
# title: Image tags can be moved
# description: >-
#   An attacker with one right to push can swap an image that runs because tags in {element} can
#   be overwritten, which lets them run their code at the next restart.
# custom:
#   id: CIC-006
#   on: store.registry
#   stride: tampering
#   ease: 2
#   cwe: [494, 345]
#   attack: [T1525, T1195.002]
#   fix: >-
#     Set "image_tag_mutability = \"IMMUTABLE\"".
#   fixes:
#     azurerm: >-
#       Lock the tags of released images (az acr repository update --write-enabled false), or run
#       images by digest.
#     google: >-
#       Set "immutable_tags = true" in docker_config.
package threatvet.threats.pipeline.movable_tags

threats contains threat if {
	some element in input.by_kind["store.registry"]
	element.facts.tags_mutable == true

	threat := {"on": element.id, "because": ["tags_mutable"]}
}
