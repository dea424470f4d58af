# METADATA
# title: Tokens can be predicted
# description: >-
#   An attacker can predict what {function} makes up because it comes from a generator that is not
#   meant for secrets, which lets them take over sessions or reset links.
# custom:
#   id: GOX-002
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 3
#   cwe: [338]
#   capec: [59, 112]
#   attack: [T1606]
#   fix: >-
#     Use crypto/rand (rand.Text).
package threatvet.threats.code.weak_random

threats contains threat if {
	some weakness in input.reported["GOX-002"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
