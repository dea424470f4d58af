# METADATA
# title: Files open to every account
# description: >-
#   Other accounts on the host can read or change files that {function} makes because they are
#   created open to everyone, which lets them tamper or spy.
# custom:
#   id: GOH-045
#   on: go.service
#   also: [go.handler]
#   stride: disclosure
#   ease: 2
#   cwe: [732, 276]
#   attack: [T1005]
#   fix: >-
#     Create files with mode 0600 and folders with 0700.
package threatvet.threats.code.file_mode

threats contains threat if {
	some weakness in input.reported["GOH-045"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
