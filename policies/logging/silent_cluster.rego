# METADATA
# title: Cluster API leaves no trace
# description: >-
#   An intruder can use the API of {element} unseen because its audit logs are off, which lets
#   them plant workloads without trace.
# custom:
#   id: LOG-009
#   on: k8s.cluster
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1613]
#   fix: >-
#     Add "audit" to enabled_cluster_log_types.
package threatvet.threats.logging.silent_cluster

threats contains threat if {
	some element in input.by_kind["k8s.cluster"]
	element.facts.access_logs == false

	threat := {"on": element.id, "because": ["access_logs"]}
}
