# METADATA
# title: Every address is on the list
# description: >-
#   Anyone on the internet can talk to {element} because its list of addresses holds {range},
#   which lets them guess passwords, try stolen keys and use flaws.
# custom:
#   id: DB-010
#   on: store.sql
#   also: [store.nosql, store.warehouse, store.cache, store.search, store.registry, store.object, secret_store, queue, topic, stream, compute.container, compute.function, gateway.api]
#   stride: disclosure
#   ease: 3
#   cwe: [668, 284]
#   capec: [300]
#   attack: [T1190, T1110]
#   fix: >-
#     List only the addresses that need it (authorized_networks, azurerm_mssql_firewall_rule,
#     ip_rules), or use a private endpoint.
package threatvet.threats.database.everyone_listed

import data.threatvet.lib.network

kinds := {
	"store.sql", "store.nosql", "store.warehouse", "store.cache", "store.search", "store.registry", "store.object",
	"secret_store", "queue", "topic", "stream", "compute.container", "compute.function", "gateway.api",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	wide := {cidr | some cidr in element.facts.allowed_cidrs; network.anywhere(cidr)}
	count(wide) > 0

	threat := {
		"on": element.id,
		"because": ["allowed_cidrs"],
		"values": {"range": sort(wide)},
	}
}
