# METADATA
# title: Webhook in clear
# description: >-
#   Someone on the way to {element} can read and forge its messages because they go without
#   a checked certificate, which lets them learn about changes or set off others.
# custom:
#   id: CIC-018
#   on: external.saas
#   stride: disclosure
#   ease: 2
#   safety_net: true
#   cwe: [319, 295]
#   attack: [T1040, T1557]
#   fix: >-
#     Use an https:// address and "insecure_ssl = false".
package threatvet.threats.pipeline.plain_webhook

threats contains threat if {
	some element in input.by_kind["external.saas"]
	element.facts.tls_required == false

	threat := {"on": element.id, "because": ["tls_required"]}
}
