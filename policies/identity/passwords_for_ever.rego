# METADATA
# title: Passwords for ever
# description: >-
#   Somebody who learnt a password years ago still gets in because passwords of {element} are
#   never changed, which lets an unnoticed leak work on.
# custom:
#   id: IDP-009
#   on: identity_provider
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [262]
#   attack: [T1078]
#   fix: >-
#     Set an age (max_password_age = 90), or move people to single sign-on with a second factor.
package threatvet.threats.identity.passwords_for_ever

threats contains threat if {
	some element in input.by_kind.identity_provider
	element.facts.password_expires == false

	threat := {"on": element.id, "because": ["password_expires"]}
}
