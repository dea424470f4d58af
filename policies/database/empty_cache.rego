# METADATA
# title: The cache comes back empty
# description: >-
#   An error or attacker can lose what {element} holds for good because no copies are kept,
#   which lets sessions and queues in it be gone.
# custom:
#   id: DB-015
#   on: store.cache
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1485]
#   fix: >-
#     Keep snapshots (snapshot_retention_limit), if it holds more than what can be made again.
package threatvet.threats.database.empty_cache

threats contains threat if {
	some element in input.by_kind["store.cache"]
	element.facts.backup_retention_days == 0

	threat := {"on": element.id, "because": ["backup_retention_days"]}
}
