# METADATA
# title: Calls in plain text
# description: >-
#   Someone inside the network can read and change the calls of {function}, or answer in the other
#   side's place, because the connection is not encrypted, which lets them feed false answers or
#   collect requests.
# custom:
#   id: GOC-003
#   on: go.client
#   also: [go.service, go.handler]
#   stride: spoofing
#   ease: 2
#   cwe: [319, 306]
#   capec: [94]
#   attack: [T1557, T1040]
#   fix: >-
#     Use credentials.NewTLS, or mutual TLS, on both sides.
package threatvet.threats.code.grpc_plaintext

threats contains threat if {
	some weakness in input.reported["GOC-003"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
