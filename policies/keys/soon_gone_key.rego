# METADATA
# title: The key is soon gone for good
# description: >-
#   An error or an attacker can lose everything that {element} encrypts because a deletion can be
#   undone for {days} days only, which lets recovery be impossible.
# custom:
#   id: KMS-003
#   on: kms_key
#   also: [secret_store]
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1485]
#   fix: >-
#     Set "deletion_window_in_days" to 30 (recovery_window_in_days, soft_delete_retention_days,
#     destroy_scheduled_duration).
#   fixes:
#     aws_kms: >-
#       Set "deletion_window_in_days = 30".
#     aws_secretsmanager: >-
#       Set "recovery_window_in_days = 30".
#     azurerm: >-
#       Set "soft_delete_retention_days = 90".
#     google: >-
#       Set "destroy_scheduled_duration = \"2592000s\"", which is 30 days.
package threatvet.threats.keys.soon_gone_key

threats contains threat if {
	some kind in {"kms_key", "secret_store"}
	some element in input.by_kind[kind]
	element.facts.deletion_window_days < 14

	threat := {
		"on": element.id,
		"because": ["deletion_window_days"],
		"values": {"days": element.facts.deletion_window_days},
	}
}
