# METADATA
# title: Rights are not checked
# description: >-
#   An ordinary user can use {function}, which is meant for others, because the route checks who
#   they are but not what they may do, which lets them change other people's data.
# custom:
#   id: GOH-040
#   on: go.handler
#   also: [go.service]
#   stride: elevation
#   ease: 4
#   cwe: [862, 285]
#   capec: [1, 87]
#   attack: [T1190]
#   fix: >-
#     Check the caller's role in the middleware of the route.
package threatvet.threats.code.missing_authz

threats contains threat if {
	some weakness in input.reported["GOH-040"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
