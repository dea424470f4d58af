# METADATA
# title: Records in clear
# description: >-
#   Someone who obtains a disk or snapshot of {element} can read {data} because its storage is not
#   encrypted, which lets them skip every login.
# custom:
#   id: DB-005
#   on: store.sql
#   also: [store.nosql, store.warehouse, store.search, store.cache]
#   stride: disclosure
#   ease: 1
#   cwe: [311]
#   capec: [37]
#   attack: [T1530]
#   fix: >-
#     Set "storage_encrypted = true" (or at_rest_encryption_enabled, encrypt_at_rest); a database
#     that runs has to be restored from an encrypted copy of its snapshot.
#   fixes:
#     aws_dax: >-
#       Set "enabled = true" in server_side_encryption.
#     aws_db: >-
#       Set "storage_encrypted = true"; a database that runs has to be restored from an encrypted
#       copy of its snapshot.
#     aws_docdb: >-
#       Set "storage_encrypted = true"; a cluster that runs has to be restored from its snapshot
#       with encryption on.
#     aws_elasticache: >-
#       Set "at_rest_encryption_enabled = true".
#     aws_elasticsearch_domain: >-
#       Set "enabled = true" in encrypt_at_rest.
#     aws_neptune_cluster: >-
#       Set "storage_encrypted = true"; a cluster that runs has to be restored from its snapshot
#       with encryption on.
#     aws_opensearch: >-
#       Set "enabled = true" in encrypt_at_rest.
#     aws_rds: >-
#       Set "storage_encrypted = true"; a cluster that runs has to be restored from an encrypted
#       copy of its snapshot.
#     aws_redshift: >-
#       Set "encrypted = true".
package threatvet.threats.database.not_encrypted

import data.threatvet.lib.stakes

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.warehouse", "store.search", "store.cache"}
	some element in input.by_kind[kind]
	element.facts.encrypted_at_rest == false
	stakes.confidentiality(element) >= 2

	threat := {"on": element.id, "because": ["encrypted_at_rest"]}
}
