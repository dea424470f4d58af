# METADATA
# title: A port on every network
# description: >-
#   Everyone on any network that the machine is part of can talk to the port of {function} because
#   it listens on every interface, which lets them reach what was meant for one network.
# custom:
#   id: GOH-048
#   on: go.service
#   also: [go.handler]
#   stride: disclosure
#   ease: 1
#   cwe: [1327, 668]
#   attack: [T1046]
#   fix: >-
#     Name the interface in the address, or let an option decide.
package threatvet.threats.code.open_port

threats contains threat if {
	some weakness in input.reported["GOH-048"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
