# METADATA
# title: Queries travel in clear
# description: >-
#   An eavesdropper in the network can read queries and answers of {element} because it accepts
#   connections without encryption, which lets them collect {data} and passwords.
# custom:
#   id: DB-007
#   on: store.sql
#   also: [store.nosql, store.warehouse, store.search, store.cache, stream]
#   stride: disclosure
#   ease: 2
#   cwe: [319]
#   capec: [158]
#   attack: [T1040]
#   fix: >-
#     Refuse plain connections (rds.force_ssl = 1, require_secure_transport = ON, require_ssl =
#     true, ssl_mode = "ENCRYPTED_ONLY", enforce_https = true, transit_encryption_enabled = true, client_broker = "TLS",
#     transit_encryption_mode = "SERVER_AUTHENTICATION").
package threatvet.threats.database.plain_connections

import data.threatvet.lib.stakes

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.warehouse", "store.search", "store.cache", "stream"}
	some element in input.by_kind[kind]
	element.facts.tls_required == false
	stakes.confidentiality(element) >= 2

	threat := {"on": element.id, "because": ["tls_required"]}
}
