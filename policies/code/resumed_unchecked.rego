# METADATA
# title: A check that resumed connections skip
# description: >-
#   Someone whose certificate is refused by now can still connect to {function} by resuming an earlier
#   session because its check is made for new sessions only, which lets them keep the access that was taken from them.
# custom:
#   id: GOH-061
#   on: go.service
#   also: [go.handler]
#   stride: spoofing
#   ease: 1
#   cwe: [295, 613]
#   fix: >-
#     Make the check in VerifyConnection, which resumed sessions come to as well, or disable session tickets.
package threatvet.threats.code.resumed_unchecked

threats contains threat if {
	some weakness in input.reported["GOH-061"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
