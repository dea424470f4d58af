# METADATA
# title: Copies fall with the place
# description: >-
#   A fire, or an attacker with the rights of the region, can take {element} and its copies
#   together because no copy is kept elsewhere, which lets one event end the business
#   process.
# custom:
#   id: DB-013
#   on: store.sql
#   also: [store.nosql, store.object, store.warehouse]
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1485, T1490]
#   fix: >-
#     Keep copies in a second region ("geo_redundant_backup_enabled = true",
#     "account_replication_type = \"GRS\"").
package threatvet.threats.database.copies_in_one_place

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.object", "store.warehouse"}
	some element in input.by_kind[kind]
	element.facts.backup_elsewhere == false

	threat := {"on": element.id, "because": ["backup_elsewhere"]}
}
