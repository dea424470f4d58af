# METADATA
# title: Requests to addresses of choice
# description: >-
#   Whoever can send requests to {function} can make our server call addresses of their choice
#   because the target of an outgoing request comes from input, which lets them reach internal
#   services and cloud credentials.
# custom:
#   id: GOC-004
#   on: go.client
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 3
#   cwe: [918]
#   capec: [664]
#   attack: [T1190, T1552.005]
#   fix: >-
#     Compare the host with a list of allowed ones before the request, and refuse private
#     addresses in the dialer.
package threatvet.threats.code.request_forgery

threats contains threat if {
	some weakness in input.reported["GOC-004"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
