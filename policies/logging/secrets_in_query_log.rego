# METADATA
# title: The log repeats the data
# description: >-
#   Whoever may read logs gets records and passwords of {element} because whole statements
#   or requests are written to them, which lets them get around its access rules.
# custom:
#   id: LOG-017
#   on: store.sql
#   also: [gateway.api]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [532]
#   attack: [T1552, T1213.006]
#   fix: >-
#     Set the flag log_min_duration_statement to -1, or "data_trace_enabled = false".
package threatvet.threats.logging.secrets_in_query_log

threats contains threat if {
	some kind in {"store.sql", "gateway.api"}
	some element in input.by_kind[kind]
	element.facts.logs_secrets == true

	threat := {"on": element.id, "because": ["logs_secrets"]}
}
