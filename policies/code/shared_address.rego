# METADATA
# title: One visitor's address for all
# description: >-
#   A visitor can get what belongs to another because {function} changes an address that all
#   requests share, which lets tokens and destinations leak between them.
# custom:
#   id: GOH-053
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 2
#   cwe: [488, 362]
#   fix: >-
#     Change a copy: u := *shared.
package threatvet.threats.code.shared_address

threats contains threat if {
	some weakness in input.reported["GOH-053"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
