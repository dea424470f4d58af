# METADATA
# title: Encryption that does not notice changes
# description: >-
#   An attacker who can change what {function} decrypts can alter it without being noticed because
#   the cipher mode has no integrity check, which lets them change amounts or identities, or decrypt step by step.
# custom:
#   id: GOX-006
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: tampering
#   ease: 1
#   cwe: [649, 353]
#   capec: [463]
#   attack: [T1565.001]
#   fix: >-
#     Use AES-GCM or ChaCha20-Poly1305, or authenticate what is encrypted with an HMAC and check that first.
package threatvet.threats.code.no_integrity

threats contains threat if {
	some weakness in input.reported["GOX-006"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
