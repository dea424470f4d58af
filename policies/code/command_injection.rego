# METADATA
# title: Commands of the caller's choice
# description: >-
#   Whoever can send requests to {function} can run commands on the server because input reaches a
#   shell or a program's arguments, which lets them take over the workload and its role.
# custom:
#   id: GOH-009
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 3
#   cwe: [78, 88]
#   capec: [88, 6]
#   attack: [T1190, T1059.004]
#   fix: >-
#     Start a fixed program without a shell, and pass input only as checked arguments after "--".
package threatvet.threats.code.command_injection

threats contains threat if {
	some weakness in input.reported["GOH-009"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
