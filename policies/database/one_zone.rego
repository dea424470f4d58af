# METADATA
# title: One zone only
# description: >-
#   A single failure stops {element} because it has no second zone although its owner calls an
#   outage severe, which lets a small fault become a large loss.
# custom:
#   id: DB-009
#   on: store.sql
#   also: [store.nosql, store.cache, store.search, queue]
#   stride: denial
#   ease: 1
#   safety_net: true
#   fix: >-
#     Run it in more than one zone ("multi_az = true", or a second instance).
#   fixes:
#     aws_db: >-
#       Set "multi_az = true".
#     aws_elasticache: >-
#       Set "automatic_failover_enabled = true" and "multi_az_enabled = true".
#     azurerm: >-
#       Set "zone_redundant = true", or high_availability with "mode = \"ZoneRedundant\"".
#     google_sql: >-
#       Set "availability_type = \"REGIONAL\"".
package threatvet.threats.database.one_zone

import data.threatvet.lib.stakes

must_not_stop(element) if stakes.availability(element) == 4

must_not_stop(element) if element.if_down == "severe"

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.cache", "store.search", "queue"}
	some element in input.by_kind[kind]
	element.facts.multi_zone == false
	must_not_stop(element)

	threat := {"on": element.id, "because": ["multi_zone"]}
}
