# METADATA
# title: Key that never expires
# description: >-
#   Whoever copies the access key of {element} from a laptop, state file or log can act as this
#   user until someone notices because the key never expires, which lets them work silently for
#   months.
# custom:
#   id: IAM-004
#   on: identity.user
#   stride: spoofing
#   ease: 3
#   cwe: [522, 262]
#   capec: [560]
#   attack: [T1078.004, T1552.001]
#   fix: >-
#     Give the program a role instead, and delete the aws_iam_access_key.
#   fixes:
#     azuread: >-
#       Let the program sign in by its managed identity or a federated credential
#       (azuread_application_federated_identity_credential), and delete the
#       azuread_application_password.
#     github: >-
#       Use a GitHub App or a deploy token that ends, and delete the key.
#     google: >-
#       Let the program run as the service account or sign in by workload identity federation, and
#       delete the google_service_account_key.
package threatvet.threats.identity.long_lived_key

threats contains threat if {
	some element in input.by_kind["identity.user"]
	element.facts.access_key == true

	threat := {"on": element.id, "because": ["access_key"]}
}
