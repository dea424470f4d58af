# METADATA
# title: Anyone can push images
# description: >-
#   Anyone can replace the images in {element}, or open it to others, because its policy lets
#   everyone write, which lets them run code wherever the images start.
# custom:
#   id: REG-002
#   on: store.registry
#   stride: tampering
#   ease: 4
#   cwe: [732, 494]
#   attack: [T1525, T1195.002]
#   fix: >-
#     Name who may push and change the policy in the repository policy.
package threatvet.threats.pipeline.open_push

threats contains threat if {
	some element in input.by_kind["store.registry"]
	element.facts.public_write == true

	threat := {"on": element.id, "because": ["public_write"]}
}
