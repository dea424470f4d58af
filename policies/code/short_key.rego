# METADATA
# title: Key is too short
# description: >-
#   A well-funded attacker can break the key that {function} makes because it is too short, which
#   lets them sign or decrypt as us.
# custom:
#   id: GOX-005
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 1
#   cwe: [326]
#   capec: [20]
#   fix: >-
#     Use RSA with 3072 bits or more, or an elliptic curve.
package threatvet.threats.code.short_key

threats contains threat if {
	some weakness in input.reported["GOX-005"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
