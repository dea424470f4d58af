# METADATA
# title: Script in another's browser
# description: >-
#   An attacker can run script in another user's browser because {function} writes input into a
#   page without escaping it, which lets them act as that user.
# custom:
#   id: GOH-011
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 3
#   cwe: [79]
#   capec: [63, 592]
#   attack: [T1059.007]
#   fix: >-
#     Render with html/template, and never turn input into template.HTML.
package threatvet.threats.code.xss

threats contains threat if {
	some weakness in input.reported["GOH-011"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
