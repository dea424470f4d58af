# METADATA
# title: Key in the code
# description: >-
#   Anyone who has the source or the program can decrypt what {function} protects because the key
#   is in the code, which lets encryption add nothing.
# custom:
#   id: GOX-008
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 3
#   cwe: [321]
#   capec: [191]
#   attack: [T1552.004]
#   fix: >-
#     Read the key from a secret store or key service, and encrypt anew with another.
package threatvet.threats.code.constant_key

threats contains threat if {
	some weakness in input.reported["GOX-008"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
