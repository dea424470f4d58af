# METADATA
# title: One bad message blocks all
# description: >-
#   One poisoned message can block the work on {element} because messages that fail are tried
#   again for ever, which lets an attacker stop it with one item.
# custom:
#   id: QUE-003
#   on: queue
#   stride: denial
#   ease: 2
#   safety_net: true
#   cwe: [755, 400]
#   attack: [T1499.004]
#   fix: >-
#     Set redrive_policy with a maxReceiveCount and a dead-letter queue.
package threatvet.threats.messaging.no_dead_letter

takes_dead_letters(element) if {
	some flow in input.flows_to[element.id]
	flow.protocol == "dead_letter"
}

takes_dead_letters(element) if regex.match(`(?i)dead[-_]?letter|(^|[-_.])dlq([-_.]|$)`, element.name)

threats contains threat if {
	some element in input.by_kind.queue
	element.facts.dead_letter == false
	not takes_dead_letters(element)

	threat := {"on": element.id, "because": ["dead_letter"]}
}
