# METADATA
# title: Passwords with too little work
# description: >-
#   An attacker who copies the stored hashes can recover the passwords that {function} handles
#   because each try costs too little work, which lets them sign in here and elsewhere.
# custom:
#   id: GOX-011
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 3
#   cwe: [916]
#   capec: [55]
#   attack: [T1110.002]
#   fix: >-
#     bcrypt cost 12, scrypt N 32768, argon2id with 64 MiB, or PBKDF2 with 600,000 rounds.
package threatvet.threats.code.weak_kdf

threats contains threat if {
	some weakness in input.reported["GOX-011"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
