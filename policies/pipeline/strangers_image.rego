# METADATA
# title: Image of whoever publishes it
# description: >-
#   Anyone who publishes an image under the right name can have their code run on our machines
#   because {element} takes the newest match of any owner, which lets them start inside our
#   network.
# custom:
#   id: SUP-005
#   on: iac.config
#   stride: tampering
#   ease: 3
#   cwe: [829, 494]
#   attack: [T1195.002, T1204.003]
#   fix: >-
#     Name the owners ("owners = [\"amazon\"]" or an account number).
package threatvet.threats.pipeline.strangers_image

threats contains threat if {
	some element in input.by_kind["iac.config"]
	element.facts.publisher_named == false

	threat := {"on": element.id, "because": ["publisher_named"]}
}
