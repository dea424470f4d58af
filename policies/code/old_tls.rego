# METADATA
# title: Old encryption accepted
# description: >-
#   An attacker on the path can force an old protocol because the TLS configuration in {function}
#   still allows it, which lets them read traffic.
# custom:
#   id: GOX-007
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 2
#   cwe: [327, 757]
#   capec: [220]
#   attack: [T1557]
#   fix: >-
#     Leave MinVersion out, or set it to tls.VersionTLS12 or later.
package threatvet.threats.code.old_tls

threats contains threat if {
	some weakness in input.reported["GOX-007"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
