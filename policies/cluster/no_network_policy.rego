# METADATA
# title: Pods can reach each other
# description: >-
#   An attacker in one pod of {element} can reach every other because no network policy limits
#   their traffic, which lets them collect data from unrelated services.
# custom:
#   id: K8S-009
#   on: k8s.namespace
#   stride: disclosure
#   ease: 2
#   safety_net: true
#   cwe: [923, 653]
#   attack: [T1046, T1210]
#   fix: >-
#     Add a NetworkPolicy that denies by default, and allow what is needed.
package threatvet.threats.cluster.no_network_policy

threats contains threat if {
	some element in input.by_kind["k8s.namespace"]
	not "network_filter" in element.controls
	some id in input.parts_of[element.id]
	input.by_id[id].kind == "k8s.workload"

	threat := {"on": element.id, "because": []}
}
