# METADATA
# title: Sign-in that cannot be taken back
# description: >-
#   Whoever copies a password or certificate once can use {element} for ever because it
#   accepts an old way to sign in, which lets a past leak work today.
# custom:
#   id: K8S-020
#   on: k8s.cluster
#   stride: spoofing
#   ease: 2
#   cwe: [287, 262, 1390]
#   attack: [T1078, T1133]
#   fix: >-
#     Leave master_auth without username, set "issue_client_certificate = false" and
#     "enable_legacy_abac = false"; on Azure set "local_account_disabled = true" and
#     "role_based_access_control_enabled = true".
#   fixes:
#     azurerm: >-
#       Set "local_account_disabled = true" and "role_based_access_control_enabled = true".
#     google: >-
#       Leave master_auth without username, set "issue_client_certificate = false" and
#       "enable_legacy_abac = false".
package threatvet.threats.cluster.old_login

threats contains threat if {
	some element in input.by_kind["k8s.cluster"]
	element.facts.legacy_authn == true

	threat := {"on": element.id, "because": ["legacy_authn"]}
}
