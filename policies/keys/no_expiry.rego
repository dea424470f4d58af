# METADATA
# title: Works for ever
# description: >-
#   An attacker with an old copy of {element} can still use it because it has no date on
#   which it ends, which lets a past leak work today.
# custom:
#   id: KMS-006
#   on: secret_store
#   also: [kms_key]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [324, 262, 613]
#   attack: [T1078, T1552]
#   fix: >-
#     Set an expiration_date (expire_time, end_date).
package threatvet.threats.keys.no_expiry

threats contains threat if {
	some kind in {"secret_store", "kms_key"}
	some element in input.by_kind[kind]
	element.facts.expires == false

	threat := {"on": element.id, "because": ["expires"]}
}
