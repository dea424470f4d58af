# METADATA
# title: May read every secret
# description: >-
#   Whoever takes over a holder of {element} gets all secrets of the namespace or cluster
#   because it names none, which lets them pose as every service.
# custom:
#   id: K8S-015
#   on: identity.policy
#   stride: disclosure
#   ease: 2
#   cwe: [732, 269]
#   attack: [T1552.007]
#   fix: >-
#     Name the secrets in resource_names, or take "secrets" out of the rule.
package threatvet.threats.cluster.reads_all_secrets

threats contains threat if {
	some element in input.by_kind["identity.policy"]
	element.facts.reads_secrets == true

	threat := {"on": element.id, "because": ["reads_secrets"]}
}
