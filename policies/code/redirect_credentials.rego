# METADATA
# title: Credentials that follow a redirect
# description: >-
#   Whoever answers {function} can have its credentials sent to a host of their choice because it puts
#   them on every redirected request, which lets them act with those credentials elsewhere.
# custom:
#   id: GOC-008
#   on: go.client
#   also: [go.service, go.handler]
#   stride: disclosure
#   ease: 2
#   cwe: [200, 522]
#   attack: [T1528]
#   fix: >-
#     Leave credentials to net/http, which keeps them on the same host, or compare the host first.
package threatvet.threats.code.redirect_credentials

threats contains threat if {
	some weakness in input.reported["GOC-008"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
