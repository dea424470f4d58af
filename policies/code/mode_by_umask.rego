# METADATA
# title: Rights left to the umask
# description: >-
#   Another account on the machine can change what {function} makes because it is made writable for
#   everyone and only the umask of the process stands in between, which lets them alter what the
#   program works with.
# custom:
#   id: GOH-056
#   on: go.service
#   also: [go.handler]
#   stride: tampering
#   ease: 1
#   cwe: [276, 732]
#   fix: >-
#     Give 0750 to folders and 0600 to files, unless others have to write.
package threatvet.threats.code.mode_by_umask

threats contains threat if {
	some weakness in input.reported["GOH-056"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
