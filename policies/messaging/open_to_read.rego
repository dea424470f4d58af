# METADATA
# title: Anyone can read messages
# description: >-
#   Anyone with a cloud account can read what passes through {element} because everyone has been
#   given the right to, which lets them take {data}.
# custom:
#   id: QUE-002
#   on: queue
#   also: [topic, stream]
#   stride: disclosure
#   ease: 4
#   cwe: [732]
#   capec: [180]
#   attack: [T1530]
#   fix: >-
#     Name who may read in the policy or binding instead of everyone.
package threatvet.threats.messaging.open_to_read

threats contains threat if {
	some kind in {"queue", "topic", "stream"}
	some element in input.by_kind[kind]
	element.facts.public_read == true

	threat := {"on": element.id, "because": ["public_read"]}
}
