# METADATA
# title: Reads other people's records
# description: >-
#   A signed-in user can read or change another customer's record by changing a number in a
#   request to {function} because what is loaded is not limited to the caller, which lets them
#   collect everyone's data.
# custom:
#   id: GOH-020
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 4
#   cwe: [639]
#   capec: [122]
#   attack: [T1213]
#   fix: >-
#     Add the caller's id to the query, or compare the record's owner with it.
package threatvet.threats.code.owner_check

threats contains threat if {
	some weakness in input.reported["GOH-020"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
