# METADATA
# title: Secret compared step by step
# description: >-
#   An attacker can learn a secret byte by byte because {function} compares it in a time that
#   depends on how much is right, which lets them build a valid one after many tries.
# custom:
#   id: GOH-008
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 1
#   cwe: [208]
#   attack: [T1110]
#   fix: >-
#     Use hmac.Equal or subtle.ConstantTimeCompare.
package threatvet.threats.code.unequal_compare

threats contains threat if {
	some weakness in input.reported["GOH-008"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
