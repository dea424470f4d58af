# METADATA
# title: A pipeline can approve changes
# description: >-
#   Whoever can start a workflow can have it approve their own change because {element} lets
#   pipelines review, which lets one person bring code in that nobody has seen.
# custom:
#   id: CIC-023
#   on: iac.config
#   stride: tampering
#   ease: 2
#   cwe: [284, 862]
#   attack: [T1195.002]
#   fix: >-
#     Set "can_approve_pull_request_reviews = false".
package threatvet.threats.pipeline.pipeline_approves

threats contains threat if {
	some element in input.by_kind["iac.config"]
	element.facts.pipeline_approves == true

	threat := {"on": element.id, "because": ["pipeline_approves"]}
}
