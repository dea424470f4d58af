# METADATA
# title: Templates of the caller's choice
# description: >-
#   Whoever can send requests to {function} can have a template of their own evaluated because
#   input is parsed as code, which lets them read server data or run functions.
# custom:
#   id: GOH-046
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 3
#   once_per: package
#   cwe: [94, 1336]
#   capec: [242]
#   attack: [T1190]
#   fix: >-
#     Parse fixed templates, and pass input only as their data.
package threatvet.threats.code.template_injection

threats contains threat if {
	some weakness in input.reported["GOH-046"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
