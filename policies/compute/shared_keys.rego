# METADATA
# title: Keys that open every machine
# description: >-
#   Whoever steals one login key of the project can enter {element} because it accepts keys
#   that are meant for all machines, which lets them walk from one to the next.
# custom:
#   id: CMP-010
#   on: compute.vm
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [522, 653]
#   attack: [T1021.004, T1552.004]
#   fix: >-
#     Set "block-project-ssh-keys = true" in metadata, or use "enable-oslogin = true".
package threatvet.threats.compute.shared_keys

threats contains threat if {
	some element in input.by_kind["compute.vm"]
	element.facts.shared_keys == true

	threat := {"on": element.id, "because": ["shared_keys"]}
}
