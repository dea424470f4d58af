# METADATA
# title: The log repeats the data
# description: >-
#   Whoever may read logs gets records and passwords of {element} because whole statements
#   are written to them, which lets them get around its access rules.
# custom:
#   id: LOG-017
#   on: store.sql
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [532]
#   attack: [T1552, T1213.006]
#   fix: >-
#     Set the flag log_min_duration_statement to -1.
package threatvet.threats.logging.secrets_in_query_log

threats contains threat if {
	some element in input.by_kind["store.sql"]
	element.facts.logs_secrets == true

	threat := {"on": element.id, "because": ["logs_secrets"]}
}
