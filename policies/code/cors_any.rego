# METADATA
# title: Any site may read answers
# description: >-
#   A foreign web page can read a signed-in user's data because {function} allows any origin to
#   send credentials, which lets it copy the account.
# custom:
#   id: GOH-024
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 3
#   cwe: [942]
#   capec: [111]
#   attack: [T1539]
#   fix: >-
#     List the origins that may read answers.
package threatvet.threats.code.cors_any

threats contains threat if {
	some weakness in input.reported["GOH-024"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
