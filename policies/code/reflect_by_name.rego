# METADATA
# title: Methods picked by the caller
# description: >-
#   Whoever chooses the name that {function} looks up can reach every exported method or field of
#   the value because it is picked by name, which lets them use what was never meant for them.
# custom:
#   id: GOH-052
#   on: go.handler
#   also: [go.service]
#   stride: elevation
#   ease: 2
#   cwe: [470]
#   capec: [138]
#   fix: >-
#     List what may be picked, in a map from name to function.
package threatvet.threats.code.reflect_by_name

threats contains threat if {
	some weakness in input.reported["GOH-052"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
