# METADATA
# title: One request that ends the program
# description: >-
#   One crafted request to {function} can end the whole program because a goroutine that it starts
#   panics on it and nothing recovers, which lets one caller stop the service for all.
# custom:
#   id: GOH-034
#   on: go.handler
#   also: [go.service]
#   stride: denial
#   ease: 3
#   cwe: [248, 476]
#   attack: [T1499.004]
#   fix: >-
#     Recover in the goroutine, or check the value before it is used.
package threatvet.threats.code.handler_panic

threats contains threat if {
	some weakness in input.reported["GOH-034"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
