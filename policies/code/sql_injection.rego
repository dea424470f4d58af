# METADATA
# title: Queries of the caller's choice
# description: >-
#   Whoever can send requests to {function} can run SQL of their own because input is pasted into
#   a query, which lets them read or change every row that the program can reach.
# custom:
#   id: DB-002
#   on: store.sql
#   also: [go.handler, go.service]
#   stride: tampering
#   ease: 3
#   cwe: [89]
#   capec: [66]
#   attack: [T1190]
#   fix: >-
#     Pass input as query parameters ($1, ?), never as part of the text.
package threatvet.threats.code.sql_injection

threats contains threat if {
	some weakness in input.reported["DB-002"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
