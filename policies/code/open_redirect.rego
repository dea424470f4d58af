# METADATA
# title: Sends users anywhere
# description: >-
#   An attacker can send our users to a look-alike site through our own link because {function}
#   redirects to where the request says, which lets them harvest passwords.
# custom:
#   id: GOH-013
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 3
#   cwe: [601]
#   attack: [T1204.001]
#   fix: >-
#     Redirect to paths of our own only, or to hosts on a list.
package threatvet.threats.code.open_redirect

threats contains threat if {
	some weakness in input.reported["GOH-013"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
