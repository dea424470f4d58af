# METADATA
# title: The alarm reaches nobody
# description: >-
#   An attacker can work on although they were noticed because {element} tells nobody, which
#   lets warnings go unread.
# custom:
#   id: LOG-015
#   on: log.detector
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [223, 778]
#   attack: [T1562.001]
#   fix: >-
#     Name whom to tell (email, phone, email_addresses), set "alert_notifications = true",
#     "alerts_to_admins = true" and "email_account_admins = true", and leave disabled_alerts
#     empty.
package threatvet.threats.logging.unheard_alarm

threats contains threat if {
	some element in input.by_kind["log.detector"]
	element.facts.alerts_someone == false

	threat := {"on": element.id, "because": ["alerts_someone"]}
}
