# METADATA
# title: A failed check counts as success
# description: >-
#   An attacker can pass the check in {function} when it fails because the error is ignored or
#   treated like success, which lets them act without signing in.
# custom:
#   id: GOH-041
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 3
#   cwe: [636, 755]
#   capec: [115]
#   attack: [T1190]
#   fix: >-
#     Return at once where the check gives an error, and refuse the request.
package threatvet.threats.code.auth_error_ignored

threats contains threat if {
	some weakness in input.reported["GOH-041"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
