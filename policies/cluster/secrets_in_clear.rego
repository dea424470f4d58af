# METADATA
# title: Cluster secrets in clear
# description: >-
#   Someone with a copy of the store of {element} can read all its secrets because they are not
#   encrypted with a key of ours, which lets them pose as every service.
# custom:
#   id: K8S-007
#   on: k8s.cluster
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [311]
#   capec: [37]
#   attack: [T1552.007]
#   fix: >-
#     Add an encryption_config with "secrets".
package threatvet.threats.cluster.secrets_in_clear

threats contains threat if {
	some element in input.by_kind["k8s.cluster"]
	element.facts.encrypted_at_rest == false

	threat := {"on": element.id, "because": ["encrypted_at_rest"]}
}
