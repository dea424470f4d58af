# METADATA
# title: Queries leave no trace
# description: >-
#   A user of {element} can deny having read or changed {data} because auditing is off, which lets
#   misuse stay unproven.
# custom:
#   id: LOG-008
#   on: store.sql
#   also: [store.nosql, store.warehouse, store.search, queue, stream]
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1213.006]
#   fix: >-
#     Export the audit log (enabled_cloudwatch_logs_exports, log_publishing_options,
#     aws_redshift_logging, "audit = true" in logs, logging_info).
package threatvet.threats.logging.silent_database

import data.threatvet.lib.stakes

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.warehouse", "store.search", "queue", "stream"}
	some element in input.by_kind[kind]
	element.facts.access_logs == false
	max([stakes.confidentiality(element), stakes.integrity(element)]) >= 2

	threat := {"on": element.id, "because": ["access_logs"]}
}
