# METADATA
# title: Every pipeline may change the source
# description: >-
#   Whoever gets one step of a pipeline to run their code can push to the repository because
#   {element} hands every job a token that may write, which lets them change what is built next.
# custom:
#   id: CIC-022
#   on: iac.config
#   stride: tampering
#   ease: 2
#   cwe: [250, 732]
#   attack: [T1195.002]
#   fix: >-
#     Set "default_workflow_permissions = \"read\"", and let single workflows ask for more
#     (permissions).
package threatvet.threats.pipeline.writing_token

threats contains threat if {
	some element in input.by_kind["iac.config"]
	element.facts.token_writes == true

	threat := {"on": element.id, "because": ["token_writes"]}
}
