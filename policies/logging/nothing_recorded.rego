# METADATA
# title: Records are not kept
# description: >-
#   An attacker leaves nothing behind because {element} is off or throws records away, which
#   lets an intrusion go unexplained.
# custom:
#   id: LOG-018
#   on: log.sink
#   also: [log.trail]
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1562.008]
#   fix: >-
#     Set "enabled = true", and in retention_policy "enabled = true" with at least 90 days.
package threatvet.threats.logging.nothing_recorded

threats contains threat if {
	some kind in {"log.sink", "log.trail"}
	some element in input.by_kind[kind]
	element.facts.recording == false

	threat := {"on": element.id, "because": ["recording"]}
}
