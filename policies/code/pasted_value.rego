# METADATA
# title: Values pasted into a text that runs
# description: >-
#   Whoever decides a value that {function} is given can change the query or command that it runs
#   because the value is pasted into its text, which lets them do more than the function means to.
# custom:
#   id: GOS-006
#   on: go.service
#   also: [go.handler, store.sql]
#   stride: tampering
#   ease: 1
#   cwe: [89, 78]
#   capec: [66, 88]
#   fix: >-
#     Pass values as query parameters, and as arguments of the program itself, not of a shell.
package threatvet.threats.code.pasted_value

threats contains threat if {
	some weakness in input.reported["GOS-006"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
