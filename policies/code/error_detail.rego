# METADATA
# title: Errors tell too much
# description: >-
#   Whoever can send requests to {function} can learn the inner design because raw error texts are
#   sent back, which lets them aim the next step.
# custom:
#   id: GOH-022
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 3
#   once_per: package
#   cwe: [209]
#   capec: [54, 215]
#   attack: [T1592]
#   fix: >-
#     Log the error and answer with a fixed text, best in one function that all handlers answer errors with.
package threatvet.threats.code.error_detail

threats contains threat if {
	some weakness in input.reported["GOH-022"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
