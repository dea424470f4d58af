# METADATA
# title: Rights of a single user
# description: >-
#   Somebody who changed jobs keeps what they could do because rights are given to {element}
#   itself and not to a group or role, which lets nobody notice when they are too many.
# custom:
#   id: IAM-033
#   on: identity.user
#   also: [identity.policy]
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [269]
#   attack: [T1078.004]
#   fix: >-
#     Give the rights to a group or role (aws_iam_group_policy), and put people into it.
package threatvet.threats.identity.personal_rights

threats contains threat if {
	some kind in {"identity.user", "identity.policy"}
	some element in input.by_kind[kind]
	element.facts.personal_rights == true

	threat := {"on": element.id, "because": ["personal_rights"]}
}
