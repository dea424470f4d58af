# METADATA
# title: Forged requests let through
# description: >-
#   A foreign web page can make a signed-in visitor act without knowing because {function} makes an
#   exception from the protection against that, which lets the page act with the visitor's rights.
# custom:
#   id: GOH-005
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 3
#   cwe: [352, 346]
#   capec: [62]
#   fix: >-
#     Except single paths that need it, and accept the origins that you know.
package threatvet.threats.code.csrf_open

threats contains threat if {
	some weakness in input.reported["GOH-005"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
