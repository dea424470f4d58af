# METADATA
# title: Comings and goings are not recorded
# description: >-
#   Whoever signs in to {element} with a stolen or shared login leaves no trace of when and from
#   where because its record of connections is off, which lets a break-in go unexplained.
# custom:
#   id: LOG-022
#   on: store.sql
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1562.008]
#   fix: >-
#     Set the flags log_connections and log_disconnections to on.
#   fixes:
#     aws: >-
#       Set log_connections and log_disconnections to 1 in an aws_db_parameter_group, and name it in
#       parameter_group_name.
#     google: >-
#       Add database_flags blocks that set log_connections and log_disconnections to "on".
package threatvet.threats.logging.silent_connections

threats contains threat if {
	some element in input.by_kind["store.sql"]
	element.facts.connections_recorded == false

	threat := {"on": element.id, "because": ["connections_recorded"]}
}
