# METADATA
# title: Headers of the caller's choice
# description: >-
#   Whoever can send requests to {function} can add headers and text to a message because input with
#   line breaks is written into it, which lets them change who gets it and what it says.
# custom:
#   id: GOH-047
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 1
#   cwe: [93, 113]
#   capec: [33]
#   fix: >-
#     Take line breaks out of input before it becomes part of a header.
package threatvet.threats.code.header_injection

threats contains threat if {
	some weakness in input.reported["GOH-047"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
