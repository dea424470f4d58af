# METADATA
# title: Any workload may start
# description: >-
#   An attacker, or a colleague in a hurry, can start privileged pods in {element} because
#   workloads are not checked against rules, which lets one deployment open the machines.
# custom:
#   id: K8S-023
#   on: k8s.cluster
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [693, 1357]
#   attack: [T1610, T1611]
#   fix: >-
#     Set "azure_policy_enabled = true", or check workloads at admission in another way.
package threatvet.threats.cluster.unchecked_workloads

threats contains threat if {
	some element in input.by_kind["k8s.cluster"]
	element.facts.admission_policy == false

	threat := {"on": element.id, "because": ["admission_policy"]}
}
