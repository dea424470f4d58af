# METADATA
# title: Programs started by requests
# description: >-
#   Whoever sends requests sets environment variables of the program that answers them for
#   {function} because it runs over CGI, which lets them steer the program or its libraries.
# custom:
#   id: GOH-050
#   on: go.handler
#   also: [go.service]
#   stride: elevation
#   ease: 1
#   cwe: [829, 454]
#   fix: >-
#     Serve HTTP directly, or with FastCGI.
package threatvet.threats.code.cgi_program

threats contains threat if {
	some weakness in input.reported["GOH-050"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
