# METADATA
# title: Nobody watches the trail
# description: >-
#   An attacker can work on although every step is recorded because the records of {element} go
#   to no place where alarms are raised on them, which lets an intrusion be found late.
# custom:
#   id: LOG-020
#   on: log.trail
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778, 223]
#   attack: [T1562.008]
#   fix: >-
#     Send the trail to CloudWatch Logs too (cloud_watch_logs_group_arn), and raise alarms on
#     what matters.
package threatvet.threats.logging.unwatched_trail

threats contains threat if {
	some element in input.by_kind["log.trail"]
	element.facts.watched == false

	threat := {"on": element.id, "because": ["watched"]}
}
