# METADATA
# title: Hostile data for a decoder made for friends
# description: >-
#   Whoever can send requests to {function} can make it use up its memory or build values of their
#   choice because it decodes them with a format that is not hardened against hostile input, which lets them stop the service or confuse it.
# custom:
#   id: GOH-059
#   on: go.handler
#   also: [go.service]
#   stride: denial
#   ease: 2
#   cwe: [502]
#   capec: [586]
#   attack: [T1499.004]
#   fix: >-
#     Use JSON or Protocol Buffers for what strangers send, with a limit on its size.
package threatvet.threats.code.deserialisation

threats contains threat if {
	some weakness in input.reported["GOH-059"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
