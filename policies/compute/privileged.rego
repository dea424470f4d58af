# METADATA
# title: Container with the rights of its host
# description: >-
#   An attacker in {element} can take over the host because it runs privileged or shares the
#   host's processes or network, which lets them reach all neighbours.
# custom:
#   id: CMP-007
#   on: compute.container
#   also: [ci.pipeline, k8s.workload]
#   stride: elevation
#   ease: 2
#   cwe: [250, 653]
#   capec: [480]
#   attack: [T1611]
#   fix: >-
#     Set "privileged = false" and leave pid_mode, ipc_mode and host networking out.
package threatvet.threats.compute.privileged

threats contains threat if {
	some kind in {"compute.container", "ci.pipeline", "k8s.workload"}
	some element in input.by_kind[kind]
	element.facts.privileged == true

	threat := {"on": element.id, "because": ["privileged"]}
}
