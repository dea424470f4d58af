# METADATA
# title: Log lines can be forged
# description: >-
#   Whoever can send requests to {function} can forge log lines because input with line breaks is
#   written as it is, which lets them mislead investigators or blame others.
# custom:
#   id: GOH-014
#   on: go.handler
#   also: [go.service]
#   stride: repudiation
#   ease: 3
#   cwe: [117]
#   capec: [93]
#   attack: [T1070]
#   fix: >-
#     Log input as a field of structured records (log/slog), or quote it with %q.
package threatvet.threats.code.log_injection

threats contains threat if {
	some weakness in input.reported["GOH-014"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
