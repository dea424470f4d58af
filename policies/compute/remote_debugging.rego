# METADATA
# title: Debugger open to others
# description: >-
#   An attacker who gets hold of a deployment password can stop, read and steer {element}
#   because a debugger may be attached from elsewhere, which lets them take secrets out of
#   its memory.
# custom:
#   id: CMP-023
#   on: compute.container
#   also: [compute.function]
#   stride: elevation
#   ease: 2
#   safety_net: true
#   cwe: [489]
#   attack: [T1203, T1212]
#   fix: >-
#     Set "remote_debugging_enabled = false" in site_config.
package threatvet.threats.compute.remote_debugging

threats contains threat if {
	some kind in {"compute.container", "compute.function"}
	some element in input.by_kind[kind]
	element.facts.remote_debugging == true

	threat := {"on": element.id, "because": ["remote_debugging"]}
}
