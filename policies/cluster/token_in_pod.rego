# METADATA
# title: Pod holds a token of the cluster
# description: >-
#   An attacker in a pod of {element} can talk to the cluster as its service account because
#   a token is mounted that few programs need, which lets them use every right it has.
# custom:
#   id: K8S-001
#   on: k8s.workload
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [668, 522]
#   attack: [T1528, T1552.007]
#   fix: >-
#     Set "automount_service_account_token = false".
package threatvet.threats.cluster.token_in_pod

threats contains threat if {
	some element in input.by_kind["k8s.workload"]
	element.facts.token_mounted == true

	threat := {"on": element.id, "because": ["token_mounted"]}
}
