# METADATA
# title: Accounts beside the directory
# description: >-
#   Whoever copies the certificate of the local administrator once can use {element} unseen
#   because accounts of its own work beside the directory, which lets a past leak work
#   today.
# custom:
#   id: K8S-024
#   on: k8s.cluster
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [287, 1390]
#   attack: [T1078]
#   fix: >-
#     Set "local_account_disabled = true".
package threatvet.threats.cluster.local_accounts

threats contains threat if {
	some element in input.by_kind["k8s.cluster"]
	element.facts.local_accounts == true

	threat := {"on": element.id, "because": ["local_accounts"]}
}
