# METADATA
# title: Anyone can send messages
# description: >-
#   Anyone with a cloud account can send messages to {element} because its policy accepts every
#   principal, which lets them feed instructions to consumers that trust it.
# custom:
#   id: QUE-001
#   on: queue
#   also: [topic, stream]
#   stride: spoofing
#   ease: 4
#   cwe: [732]
#   capec: [180]
#   attack: [T1565.002]
#   fix: >-
#     Name the senders in the policy, or require aws:SourceArn.
package threatvet.threats.messaging.open_queue

threats contains threat if {
	some kind in {"queue", "topic", "stream"}
	some element in input.by_kind[kind]
	element.facts.public_write == true

	threat := {"on": element.id, "because": ["public_write"]}
}
