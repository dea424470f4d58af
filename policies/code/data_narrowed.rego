# METADATA
# title: A number in data that wraps around
# description: >-
#   Whoever can write the data that {function} reads can get past a limit because a number in it is
#   converted to a type that is too small for it, which lets them stop the program, or read beside
#   what they were meant to.
# custom:
#   id: GOH-062
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 1
#   cwe: [190, 681]
#   capec: [92]
#   attack: [T1499.004]
#   fix: >-
#     Check the range of the number before converting it, where the data can come from somebody else.
package threatvet.threats.code.data_narrowed

threats contains threat if {
	some weakness in input.reported["GOH-062"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
