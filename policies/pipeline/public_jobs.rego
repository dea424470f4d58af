# METADATA
# title: Strangers' changes run on our machines
# description: >-
#   Anyone can propose a change to a public repository and have its jobs run in {element} because
#   the runners take jobs of public repositories, which lets them stay on a machine inside and wait
#   for secrets.
# custom:
#   id: CIC-021
#   on: ci.runner
#   stride: elevation
#   ease: 3
#   cwe: [829, 284]
#   attack: [T1195.002, T1053]
#   fix: >-
#     Set "allows_public_repositories = false", or restrict the group to workflows that you list
#     (restricted_to_workflows, selected_workflows).
package threatvet.threats.pipeline.public_jobs

threats contains threat if {
	some element in input.by_kind["ci.runner"]
	element.facts.public_jobs == true

	threat := {"on": element.id, "because": ["public_jobs"]}
}
