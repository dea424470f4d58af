# METADATA
# title: Webhook without signature check
# description: >-
#   Anyone who knows the address of {function} can inject events because the sender's signature is
#   not checked, which lets them trigger what the events trigger.
# custom:
#   id: GOH-007
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 4
#   cwe: [345, 347]
#   capec: [148]
#   attack: [T1190]
#   fix: >-
#     Compute the HMAC of the body with the shared secret and compare it with hmac.Equal before
#     anything else.
package threatvet.threats.code.webhook_unverified

threats contains threat if {
	some weakness in input.reported["GOH-007"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
