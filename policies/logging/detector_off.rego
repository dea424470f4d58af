# METADATA
# title: Detection is switched off
# description: >-
#   An attacker can work for weeks because {element} does not look for signs of attack,
#   which lets a small intrusion become a breach.
# custom:
#   id: LOG-016
#   on: log.detector
#   also: [store.sql, gateway.waf]
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [223, 778]
#   attack: [T1562.001]
#   fix: >-
#     Set "tier = \"Standard\"", "enabled = true" or state = "Enabled".
package threatvet.threats.logging.detector_off

threats contains threat if {
	some kind in {"log.detector", "store.sql", "gateway.waf"}
	some element in input.by_kind[kind]
	element.facts.detects == false

	threat := {"on": element.id, "because": ["detects"]}
}
