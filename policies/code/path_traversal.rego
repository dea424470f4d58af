# METADATA
# title: Files of the caller's choice
# description: >-
#   Whoever can send requests to {function} can open files of the server that were not meant for
#   them because a file name comes from the request, which lets them obtain keys and
#   configuration.
# custom:
#   id: GOH-021
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 3
#   cwe: [22]
#   capec: [126]
#   attack: [T1005, T1083]
#   fix: >-
#     Open files through os.Root, or refuse names for which filepath.IsLocal is false.
package threatvet.threats.code.path_traversal

threats contains threat if {
	some weakness in input.reported["GOH-021"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
