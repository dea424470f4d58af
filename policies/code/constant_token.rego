# METADATA
# title: Token in the code
# description: >-
#   Anyone who can read the source can use the other service in our name because {function} holds
#   the token for it as a constant, which lets them spend our money or read our data.
# custom:
#   id: GOC-006
#   on: go.client
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 4
#   cwe: [798]
#   capec: [191]
#   attack: [T1552.001]
#   fix: >-
#     Read the token from the environment or a secret store, and change it, since it is known now.
package threatvet.threats.code.constant_token

threats contains threat if {
	some weakness in input.reported["GOC-006"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
