# METADATA
# title: A secret in the answer
# description: >-
#   Everyone who gets an answer of {function} gets a secret field because the whole value is written
#   to it, which lets them sign in as somebody else.
# custom:
#   id: GOH-049
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 3
#   cwe: [200, 499]
#   capec: [37]
#   attack: [T1552]
#   fix: >-
#     Tag the field with json:"-", or answer with a type that lacks it.
package threatvet.threats.code.secret_in_answer

threats contains threat if {
	some weakness in input.reported["GOH-049"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
