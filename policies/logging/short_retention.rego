# METADATA
# title: Logs are gone too soon
# description: >-
#   An attacker who waits outlives the evidence because {element} keeps logs for {days} days only,
#   which lets the investigation fail.
# custom:
#   id: LOG-006
#   on: log.sink
#   also: [log.trail]
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1070]
#   fix: >-
#     Keep logs for 90 days or longer (retention_in_days, retention_days, retention_policy).
#   fixes:
#     aws_cloudwatch: >-
#       Set "retention_in_days = 90" or more.
#     azurerm: >-
#       Set retention_policy to 90 days or more.
#     google: >-
#       Set "retention_days = 90" or more.
package threatvet.threats.logging.short_retention

threats contains threat if {
	some kind in {"log.sink", "log.trail"}
	some element in input.by_kind[kind]

	# 0 is for ever.
	element.facts.retention_days > 0
	element.facts.retention_days < 90

	threat := {
		"on": element.id,
		"because": ["retention_days"],
		"values": {"days": element.facts.retention_days},
	}
}
