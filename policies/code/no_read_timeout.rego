# METADATA
# title: Slow clients block the server
# description: >-
#   A single slow client can use up all connections because the server in {function} sets no read
#   timeout, which lets an attacker with little bandwidth stop the service.
# custom:
#   id: GOH-030
#   on: go.handler
#   also: [go.service]
#   stride: denial
#   ease: 3
#   cwe: [400, 770]
#   capec: [469, 227]
#   attack: [T1499.002]
#   fix: >-
#     Serve with an http.Server that has ReadHeaderTimeout.
package threatvet.threats.code.no_read_timeout

threats contains threat if {
	some weakness in input.reported["GOH-030"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
