# METADATA
# title: Passwords hashed too fast
# description: >-
#   An attacker who copies the user table can recover passwords because {function} stores them
#   with a fast hash, which lets them sign in here and elsewhere.
# custom:
#   id: GOX-001
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 3
#   cwe: [916, 328]
#   capec: [55]
#   attack: [T1110.002]
#   fix: >-
#     Use bcrypt, scrypt or argon2 from golang.org/x/crypto.
package threatvet.threats.code.weak_hash

threats contains threat if {
	some weakness in input.reported["GOX-001"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
