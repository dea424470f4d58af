# METADATA
# title: Fields that the caller should not set
# description: >-
#   A user can set fields that {function} should keep for itself, such as role or owner, because the
#   whole request is decoded into what is stored, which lets them give themselves privileges or take
#   what is not theirs.
# custom:
#   id: GOH-012
#   on: go.handler
#   also: [go.service]
#   stride: elevation
#   ease: 3
#   cwe: [915]
#   capec: [77]
#   fix: >-
#     Decode into a type that holds only what callers may say, and copy those fields one by one.
package threatvet.threats.code.mass_assignment

threats contains threat if {
	some weakness in input.reported["GOH-012"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
