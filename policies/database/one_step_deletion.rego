# METADATA
# title: Deleted in one step
# description: >-
#   An error, or an attacker with rights to administer, can delete {element} in one step because
#   nothing protects it from deletion, which lets one wrong command stop the business.
# custom:
#   id: DB-014
#   on: store.sql
#   also: [store.nosql, gateway.lb, identity_provider]
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1485]
#   fix: >-
#     Set "deletion_protection = true" (enable_deletion_protection,
#     deletion_protection_enabled).
#   fixes:
#     aws_alb: >-
#       Set "enable_deletion_protection = true".
#     aws_dynamodb: >-
#       Set "deletion_protection_enabled = true".
#     aws_lb: >-
#       Set "enable_deletion_protection = true".
#     azurerm: >-
#       Lock it against deletion (azurerm_management_lock).
#     google: >-
#       Set "deletion_protection = true".
package threatvet.threats.database.one_step_deletion

import data.threatvet.lib.stakes

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "gateway.lb", "identity_provider"}
	some element in input.by_kind[kind]
	element.facts.deletion_protection == false

	# Where a loss is serious it is told together with the backups.
	stakes.availability(element) < 3

	threat := {"on": element.id, "because": ["deletion_protection"]}
}
