# METADATA
# title: A constant in the place of a key
# description: >-
#   Everyone who can read the source of {function} can use the account of whoever writes a key of
#   theirs there because the program takes the key from a constant.
# custom:
#   id: GOC-009
#   on: go.service
#   also: [go.handler]
#   stride: disclosure
#   ease: 1
#   cwe: [798]
#   attack: [T1552.001]
#   fix: >-
#     Take the key from a secret store or the environment when the program starts.
package threatvet.threats.code.key_stands_in

threats contains threat if {
	some weakness in input.reported["GOC-009"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
