# METADATA
# title: A number that wraps around
# description: >-
#   Whoever can send requests to {function} can get past a limit or a check because a number of theirs
#   is converted to a type that is too small for it, which lets them reach what the number was meant to keep apart, or stop the service.
# custom:
#   id: GOH-058
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 2
#   cwe: [190, 681]
#   capec: [92]
#   attack: [T1190]
#   fix: >-
#     Parse the number with the size that it is used with (strconv.ParseInt with the bits), or check its range before converting it.
package threatvet.threats.code.number_narrowed

threats contains threat if {
	some weakness in input.reported["GOH-058"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
