# METADATA
# title: Options smuggled into a program
# description: >-
#   Whoever can send requests to {function} can hand options of their choice to the program that it
#   starts because input becomes an argument that may begin with a dash, which lets them read or write
#   files or run commands where the program has such options.
# custom:
#   id: GOH-057
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 2
#   cwe: [88]
#   capec: [6]
#   attack: [T1190]
#   fix: >-
#     Put "--" before what comes from outside, give it a constant beginning such as "./", or refuse
#     what begins with a dash.
package threatvet.threats.code.argument_injection

threats contains threat if {
	some weakness in input.reported["GOH-057"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
