# METADATA
# title: Pipelines run what anyone publishes
# description: >-
#   Whoever takes over some published step can run code in our pipelines because {element}
#   allows all of them, which lets them steal tokens.
# custom:
#   id: CIC-003
#   on: iac.config
#   stride: tampering
#   ease: 1
#   safety_net: true
#   cwe: [829, 1357]
#   attack: [T1195.001]
#   fix: >-
#     Set "allowed_actions = \"selected\"" and list those that you trust.
package threatvet.threats.pipeline.any_action

threats contains threat if {
	some element in input.by_kind["iac.config"]
	element.facts.any_action == true

	threat := {"on": element.id, "because": ["any_action"]}
}
