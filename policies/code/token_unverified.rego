# METADATA
# title: Login tokens are not checked
# description: >-
#   Whoever can reach {function} can invent a login token because its claims are read without
#   checking the signature, which lets them be any user.
# custom:
#   id: GOH-001
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 4
#   cwe: [347]
#   capec: [196]
#   attack: [T1606]
#   fix: >-
#     Parse the token with its key (jwt.ParseWithClaims) and use it only if it is valid.
package threatvet.threats.code.token_unverified

threats contains threat if {
	some weakness in input.reported["GOH-001"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
