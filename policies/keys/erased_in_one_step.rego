# METADATA
# title: Keys can be erased in one step
# description: >-
#   An attacker or an error can destroy {element} and all that its keys protect because
#   nothing stands in the way of a final deletion, which lets recovery be impossible.
# custom:
#   id: KMS-008
#   on: secret_store
#   also: [kms_key]
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1485, T1490]
#   fix: >-
#     Set "purge_protection_enabled = true" and leave soft delete on; for a key of Google
#     add "prevent_destroy = true" to its lifecycle.
package threatvet.threats.keys.erased_in_one_step

threats contains threat if {
	some kind in {"secret_store", "kms_key"}
	some element in input.by_kind[kind]
	element.facts.deletion_protection == false

	threat := {"on": element.id, "because": ["deletion_protection"]}
}
