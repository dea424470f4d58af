# METADATA
# title: Rules between pods are not enforced
# description: >-
#   An attacker in one pod of {element} can reach every other because the cluster does not
#   enforce network policies, which lets them move on to what holds data.
# custom:
#   id: K8S-021
#   on: k8s.cluster
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [923, 653]
#   attack: [T1046, T1210]
#   fix: >-
#     Set network_policy with "enabled = true" or "datapath_provider =
#     \"ADVANCED_DATAPATH\"" (Google), or network_policy in network_profile (Azure).
#   fixes:
#     azurerm: >-
#       Set network_policy ("azure", "calico" or "cilium") in network_profile.
#     google: >-
#       Set network_policy with "enabled = true", or "datapath_provider = \"ADVANCED_DATAPATH\"".
package threatvet.threats.cluster.no_pod_rules

threats contains threat if {
	some element in input.by_kind["k8s.cluster"]
	element.facts.network_policy == false

	threat := {"on": element.id, "because": ["network_policy"]}
}
