# METADATA
# title: Requests of any size
# description: >-
#   Whoever can send requests to {function} can use up the memory because bodies are read without
#   a limit, which lets one request crash the process.
# custom:
#   id: GOH-031
#   on: go.handler
#   also: [go.service]
#   stride: denial
#   ease: 3
#   once_per: program
#   cwe: [770]
#   capec: [130]
#   attack: [T1499.003]
#   fix: >-
#     Put http.MaxBytesHandler around the router, or wrap the body in http.MaxBytesReader before it is read.
package threatvet.threats.code.body_unlimited

threats contains threat if {
	some weakness in input.reported["GOH-031"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
