# METADATA
# title: What whoever starts the program decides
# description: >-
#   Whoever starts {function} can name files, programs or addresses of their choice because it takes
#   them from its arguments, its environment or its callers unchecked, which lets them use rights of
#   the program that they lack themselves.
# custom:
#   id: GOS-008
#   on: go.service
#   also: [go.handler]
#   stride: tampering
#   ease: 1
#   cwe: [73, 78]
#   capec: [13, 76]
#   fix: >-
#     Check what may be named with filepath.IsLocal or a list, or see to it that nobody starts the
#     program who may do less than it.
package threatvet.threats.code.local_input

threats contains threat if {
	some weakness in input.reported["GOS-008"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
