# METADATA
# title: Known flaws are not reported
# description: >-
#   An attacker can use a published flaw in a dependency of {element} because nobody is told
#   of such flaws, which lets known exploits work.
# custom:
#   id: CIC-017
#   on: source_repo
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [1104, 1395]
#   attack: [T1195.001]
#   fix: >-
#     Set "vulnerability_alerts = true".
package threatvet.threats.pipeline.flaws_unseen

threats contains threat if {
	some element in input.by_kind.source_repo
	element.facts.detects == false

	threat := {"on": element.id, "because": ["detects"]}
}
