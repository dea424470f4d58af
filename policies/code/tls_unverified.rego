# METADATA
# title: Server not verified
# description: >-
#   An attacker between {function} and the server can pose as the server because the certificate
#   is not checked, which lets them read and alter all traffic.
# custom:
#   id: GOC-001
#   on: go.client
#   also: [go.handler, go.service]
#   stride: spoofing
#   ease: 2
#   cwe: [295]
#   capec: [94]
#   attack: [T1557]
#   fix: >-
#     Remove InsecureSkipVerify; for a private authority, put its certificate into RootCAs.
package threatvet.threats.code.tls_unverified

threats contains threat if {
	some weakness in input.reported["GOC-001"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
