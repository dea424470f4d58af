# METADATA
# title: Broken machines stay
# description: >-
#   A fault or an attacker can take {element} out of work for long because broken machines
#   are not replaced by themselves, which lets a small fault last.
# custom:
#   id: CMP-019
#   on: compute.vm
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1499]
#   fix: >-
#     Set "auto_repair = true" in management.
package threatvet.threats.compute.unrepaired

threats contains threat if {
	some element in input.by_kind["compute.vm"]
	element.facts.auto_repair == false

	threat := {"on": element.id, "because": ["auto_repair"]}
}
