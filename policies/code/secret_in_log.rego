# METADATA
# title: Secrets in the log
# description: >-
#   Everyone who can read logs sees secrets or personal data because {function} logs them, which
#   lets them reach people who should not have them.
# custom:
#   id: GOH-025
#   on: go.service
#   also: [go.handler]
#   stride: disclosure
#   ease: 2
#   cwe: [532]
#   attack: [T1654]
#   fix: >-
#     Leave the value out of the log, or log a short hash of it.
package threatvet.threats.code.secret_in_log

threats contains threat if {
	some weakness in input.reported["GOH-025"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
