# METADATA
# title: Messages go on in clear
# description: >-
#   An eavesdropper on the way can read or change messages of {element} because they are
#   delivered over plain HTTP, which lets them learn what happens and feed false events.
# custom:
#   id: QUE-004
#   on: topic
#   stride: disclosure
#   ease: 2
#   cwe: [319]
#   attack: [T1040, T1557]
#   fix: >-
#     Subscribe an https endpoint (protocol = "https").
package threatvet.threats.messaging.plain_delivery

threats contains threat if {
	some element in input.by_kind.topic
	element.facts.plain_delivery == true

	threat := {"on": element.id, "because": ["plain_delivery"]}
}
