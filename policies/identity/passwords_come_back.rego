# METADATA
# title: Old passwords come back
# description: >-
#   Somebody who knows an old password gets in again because {element} lets people go back to
#   passwords that they had before, which lets a past leak work once more.
# custom:
#   id: IDP-008
#   on: identity_provider
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [521, 262]
#   attack: [T1078]
#   fix: >-
#     Remember the last passwords (password_reuse_prevention = 24).
package threatvet.threats.identity.passwords_come_back

threats contains threat if {
	some element in input.by_kind.identity_provider
	element.facts.password_reuse_prevented == false

	threat := {"on": element.id, "because": ["password_reuse_prevented"]}
}
