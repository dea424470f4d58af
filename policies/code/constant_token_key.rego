# METADATA
# title: Signing key in the code
# description: >-
#   Anyone who can read the source can forge sessions because {function} signs or checks them with
#   a key that is a constant, which lets them act as every user.
# custom:
#   id: GOH-003
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 4
#   cwe: [321, 798]
#   capec: [196, 191]
#   attack: [T1606, T1552.001]
#   fix: >-
#     Read the key from a secret store, and change it, since it is known now.
package threatvet.threats.code.constant_token_key

threats contains threat if {
	some weakness in input.reported["GOH-003"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
