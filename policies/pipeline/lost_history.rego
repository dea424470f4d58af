# METADATA
# title: History can be overwritten
# description: >-
#   Someone with rights to push can hide what they did because {element} lets history be
#   overwritten or deleted, which lets a back door look old.
# custom:
#   id: CIC-016
#   on: source_repo
#   stride: tampering
#   ease: 1
#   safety_net: true
#   cwe: [354]
#   attack: [T1070, T1195.002]
#   fix: >-
#     Set "allows_force_pushes = false" and "allows_deletions = false".
package threatvet.threats.pipeline.lost_history

threats contains threat if {
	some element in input.by_kind.source_repo
	element.facts.history_kept == false

	threat := {"on": element.id, "because": ["history_kept"]}
}
