# METADATA
# title: May act as every service account
# description: >-
#   Whoever holds the role in {element} can act as every service account of the project
#   because it is given for the whole of it, which lets them become the strongest.
# custom:
#   id: IAM-022
#   on: identity.policy
#   stride: elevation
#   ease: 2
#   cwe: [269, 250]
#   attack: [T1078.004, T1098]
#   fix: >-
#     Give the role on the one account instead (google_service_account_iam_member).
package threatvet.threats.identity.impersonates_all

threats contains threat if {
	some element in input.by_kind["identity.policy"]
	element.facts.impersonates_all == true

	threat := {"on": element.id, "because": ["impersonates_all"]}
}
