# METADATA
# title: Rights for a private mailbox
# description: >-
#   Someone who is not in our directory keeps rights on the project after they leave because
#   {element} names a private account, which lets them in when nobody expects it.
# custom:
#   id: IAM-027
#   on: identity.policy
#   stride: spoofing
#   ease: 2
#   safety_net: true
#   cwe: [286, 732]
#   attack: [T1078.004]
#   fix: >-
#     Give the role to accounts or groups of your own organisation.
package threatvet.threats.identity.private_account

threats contains threat if {
	some element in input.by_kind["identity.policy"]
	element.facts.personal_account == true

	threat := {"on": element.id, "because": ["personal_account"]}
}
