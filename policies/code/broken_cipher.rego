# METADATA
# title: Broken cipher
# description: >-
#   An attacker who records what {function} encrypts can decrypt it because a broken cipher or
#   mode is used, which lets them read what was thought protected.
# custom:
#   id: GOX-003
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 1
#   cwe: [327]
#   capec: [97]
#   attack: [T1040]
#   fix: >-
#     Use AES-GCM or ChaCha20-Poly1305.
package threatvet.threats.code.broken_cipher

threats contains threat if {
	some weakness in input.reported["GOX-003"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
