# METADATA
# title: Waits for ever
# description: >-
#   A slow partner can freeze the service because calls that {function} makes have no time limit,
#   which lets trouble elsewhere become our outage.
# custom:
#   id: GOC-007
#   on: go.client
#   also: [go.handler, go.service]
#   stride: denial
#   ease: 1
#   cwe: [1088, 400]
#   attack: [T1499]
#   fix: >-
#     Set http.Client.Timeout, or give each request a context with a deadline.
package threatvet.threats.code.no_client_timeout

threats contains threat if {
	some weakness in input.reported["GOC-007"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
