# METADATA
# title: Small files that fill the disk
# description: >-
#   Whoever supplies compressed data to {function} can fill the memory or the disk because it is
#   expanded without a limit, which lets a small file stop the service for everyone.
# custom:
#   id: GOH-032
#   on: go.handler
#   also: [go.service]
#   stride: denial
#   ease: 3
#   cwe: [409]
#   capec: [130]
#   attack: [T1499.004]
#   fix: >-
#     Stop at a size that is enough: io.LimitReader, io.CopyN, or look at the size that the archive
#     states.
package threatvet.threats.code.decompression

threats contains threat if {
	some weakness in input.reported["GOH-032"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
