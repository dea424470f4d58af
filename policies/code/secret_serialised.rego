# METADATA
# title: A secret in serialised text
# description: >-
#   Whoever gets the text that {function} makes gets a secret field because the whole value is
#   serialised, which lets a log, a message or a backup give it away.
# custom:
#   id: GOH-055
#   on: go.service
#   also: [go.handler, go.client]
#   stride: disclosure
#   ease: 1
#   cwe: [499]
#   fix: >-
#     Tag the field with "-", or give the type a marshaler that leaves it out.
package threatvet.threats.code.secret_serialised

threats contains threat if {
	some weakness in input.reported["GOH-055"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
