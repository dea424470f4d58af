# METADATA
# title: Nonce is used again
# description: >-
#   An attacker can relate or decrypt messages of {function} because the nonce is constant or
#   repeats, which lets encryption fail quietly.
# custom:
#   id: GOX-004
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 1
#   cwe: [329, 323]
#   capec: [97]
#   attack: [T1040]
#   fix: >-
#     Draw a new nonce from crypto/rand for each message (cipher.NewGCMWithRandomNonce).
package threatvet.threats.code.repeated_nonce

threats contains threat if {
	some weakness in input.reported["GOX-004"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
