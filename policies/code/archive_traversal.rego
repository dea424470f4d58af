# METADATA
# title: Archive writes anywhere
# description: >-
#   Whoever can send an archive to {function} can write files outside the intended folder because
#   entry names are used as paths, which lets them replace programs or configuration.
# custom:
#   id: GOH-010
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 3
#   cwe: [22]
#   capec: [126]
#   attack: [T1190]
#   fix: >-
#     Refuse names for which filepath.IsLocal is false, or write through os.Root.
package threatvet.threats.code.archive_traversal

threats contains threat if {
	some weakness in input.reported["GOH-010"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
