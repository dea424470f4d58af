# METADATA
# title: Changed records go unnoticed
# description: >-
#   An attacker can rewrite what {element} recorded because changed log files are not noticed,
#   which lets them blame somebody else.
# custom:
#   id: LOG-019
#   on: log.trail
#   stride: tampering
#   ease: 1
#   safety_net: true
#   cwe: [354]
#   attack: [T1070, T1562.008]
#   fix: >-
#     Set "enable_log_file_validation = true".
package threatvet.threats.logging.alterable_records

threats contains threat if {
	some element in input.by_kind["log.trail"]
	element.facts.log_file_validation == false

	threat := {"on": element.id, "because": ["log_file_validation"]}
}
