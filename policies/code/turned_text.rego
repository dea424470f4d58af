# METADATA
# title: Source text in another order than it has
# description: >-
#   Someone who proposes changes can hide code from reviewers because {function} holds characters that
#   show text in another order than it has, which lets them bring in what nobody would approve.
# custom:
#   id: GOS-007
#   on: go.service
#   also: [go.handler]
#   stride: tampering
#   ease: 1
#   cwe: [1007]
#   attack: [T1195.001]
#   fix: >-
#     Delete the characters, or write them as escapes.
package threatvet.threats.code.turned_text

threats contains threat if {
	some weakness in input.reported["GOS-007"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
