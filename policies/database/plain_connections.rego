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
#   fixes:
#     aws_db: >-
#       Set rds.force_ssl (require_secure_transport for MySQL) to 1 in an aws_db_parameter_group,
#       and name it in parameter_group_name.
#     aws_elasticache: >-
#       Set "transit_encryption_enabled = true".
#     aws_rds: >-
#       Set rds.force_ssl (require_secure_transport for MySQL) to 1 in an
#       aws_rds_cluster_parameter_group, and name it in db_cluster_parameter_group_name.
#     aws_redshift: >-
#       Set require_ssl to true in an aws_redshift_parameter_group.
#     azurerm_mysql: >-
#       Set "ssl_enforcement_enabled = true", or require_secure_transport to ON on a flexible
#       server.
#     azurerm_postgresql: >-
#       Set "ssl_enforcement_enabled = true", or require_secure_transport to on on a flexible
#       server.
#     azurerm_redis: >-
#       Set "non_ssl_port_enabled = false" (enable_non_ssl_port).
#     google_redis: >-
#       Set "transit_encryption_mode = \"SERVER_AUTHENTICATION\"".
#     google_sql: >-
#       Set "ssl_mode = \"ENCRYPTED_ONLY\"" in ip_configuration.
package threatvet.threats.database.plain_connections

import data.threatvet.lib.stakes

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.warehouse", "store.search", "store.cache", "stream"}
	some element in input.by_kind[kind]
	element.facts.tls_required == false
	stakes.confidentiality(element) >= 2

	threat := {"on": element.id, "because": ["tls_required"]}
}
