# METADATA
# title: Root in the container
# description: >-
#   An attacker who breaks the program in {element} has full rights inside the container because
#   it runs as root, which lets escapes and tampering succeed more easily.
# custom:
#   id: CMP-008
#   on: compute.container
#   also: [k8s.workload]
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [250]
#   capec: [480]
#   attack: [T1611]
#   fix: >-
#     Name a user other than root ("user" in the container definition).
package threatvet.threats.compute.root_in_container

threats contains threat if {
	some kind in {"compute.container", "k8s.workload"}
	some element in input.by_kind[kind]
	element.facts.runs_as_root == true

	threat := {"on": element.id, "because": ["runs_as_root"]}
}
