# METADATA
# title: A session that may not end
# description: >-
#   Whoever uses the browser next can go on with a session that {function} was to end because the
#   cookie that ends it lacks Secure, so that over plain HTTP it does not replace the one that has
#   it.
# custom:
#   id: GOH-071
#   on: go.handler
#   also: [go.service]
#   stride: elevation
#   ease: 1
#   cwe: [614, 613]
#   fix: >-
#     Set Secure on the cookie that ends the session as well.
package threatvet.threats.code.session_goes_on

threats contains threat if {
	some weakness in input.reported["GOH-071"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
