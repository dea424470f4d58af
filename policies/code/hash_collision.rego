# METADATA
# title: Two texts with the same hash
# description: >-
#   Whoever supplies data to {function} can make two texts with the same hash because it uses a hash
#   with known collisions, which lets one pass for the other wherever the hash is trusted.
# custom:
#   id: GOX-009
#   on: go.crypto
#   also: [go.handler, go.service]
#   stride: tampering
#   ease: 1
#   cwe: [328, 327]
#   capec: [97]
#   fix: >-
#     Use SHA-256 or better; keep MD5 and SHA-1 for labels only.
package threatvet.threats.code.hash_collision

threats contains threat if {
	some weakness in input.reported["GOX-009"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
