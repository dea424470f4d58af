# METADATA
# title: Changes are not signed
# description: >-
#   Whoever gets hold of a developer's access can push in the name of another because
#   {element} takes changes without a signature, which lets each point at the other.
# custom:
#   id: CIC-015
#   on: source_repo
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [345, 347]
#   attack: [T1036, T1195.002]
#   fix: >-
#     Set "require_signed_commits = true".
package threatvet.threats.pipeline.unsigned_changes

threats contains threat if {
	some element in input.by_kind.source_repo
	element.facts.code_signed == false

	threat := {"on": element.id, "because": ["code_signed"]}
}
