# METADATA
# title: Random numbers that can be foreseen
# description: >-
#   Whoever gains by knowing the random numbers of {function} can compute them because they come
#   from a generator that is not meant for secrets, which lets them foresee what follows from the
#   numbers.
# custom:
#   id: GOX-010
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: disclosure
#   ease: 1
#   cwe: [338]
#   capec: [59]
#   fix: >-
#     Use crypto/rand for whatever somebody gains by foreseeing.
package threatvet.threats.code.foreseeable_number

threats contains threat if {
	some weakness in input.reported["GOX-010"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
