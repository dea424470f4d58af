# METADATA
# title: The public face in plain HTTP
# description: >-
#   Someone on a visitor's network can read and change what {function} serves because it speaks
#   plain HTTP, which lets them take passwords and sessions.
# custom:
#   id: GOH-051
#   on: go.service
#   also: [go.handler]
#   stride: disclosure
#   ease: 2
#   cwe: [319]
#   capec: [94]
#   attack: [T1557, T1040]
#   fix: >-
#     Serve with ListenAndServeTLS, and send visitors from port 80 to HTTPS.
package threatvet.threats.code.http_plaintext

threats contains threat if {
	some weakness in input.reported["GOH-051"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
