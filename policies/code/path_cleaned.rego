# METADATA
# title: Paths cleaned and not checked
# description: >-
#   Whoever can send requests to {function} can open other files as soon as a route lets a path with
#   dots through because the path is cleaned and not checked, which lets them obtain what was not
#   meant for them.
# custom:
#   id: GOH-072
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 1
#   cwe: [22]
#   capec: [126]
#   attack: [T1005]
#   fix: >-
#     Put a slash before the path and clean it then, refuse names for which filepath.IsLocal is false,
#     or open files through os.Root.
package threatvet.threats.code.path_cleaned

threats contains threat if {
	some weakness in input.reported["GOH-072"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
