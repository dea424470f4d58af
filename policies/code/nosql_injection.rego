# METADATA
# title: Filters of the caller's choice
# description: >-
#   Whoever can send requests to {function} can change the meaning of a query because input becomes
#   part of it, which lets them pass filters and read other users' records.
# custom:
#   id: DB-003
#   on: store.nosql
#   also: [go.handler, go.service]
#   stride: tampering
#   ease: 3
#   cwe: [943]
#   capec: [676]
#   attack: [T1190]
#   fix: >-
#     Take values of a known type from the input, and build the filter from them.
package threatvet.threats.code.nosql_injection

threats contains threat if {
	some weakness in input.reported["DB-003"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
