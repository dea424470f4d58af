# METADATA
# title: Token chooses its own signature
# description: >-
#   Whoever can reach {function} can choose how their token is signed because the check does not
#   say which methods count, which lets them forge tokens.
# custom:
#   id: GOH-002
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 3
#   cwe: [347, 757]
#   capec: [196, 220]
#   attack: [T1606]
#   fix: >-
#     Add jwt.WithValidMethods with the one method in use.
package threatvet.threats.code.token_method_open

threats contains threat if {
	some weakness in input.reported["GOH-002"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
