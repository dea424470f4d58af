# METADATA
# title: Failures leave no detail
# description: >-
#   An attacker who probes {element} leaves little to investigate because failed requests
#   are not kept with their details, which lets them try on unseen.
# custom:
#   id: CMP-025
#   on: compute.container
#   also: [compute.function, queue, k8s.cluster]
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1190]
#   fix: >-
#     Set "detailed_error_messages = true" and "failed_request_tracing = true" in logs, or
#     "general = true" for a broker, "api" in enabled_cluster_log_types for a cluster.
package threatvet.threats.compute.errors_unseen

threats contains threat if {
	some kind in {"compute.container", "compute.function", "queue", "k8s.cluster"}
	some element in input.by_kind[kind]
	element.facts.detail_errors == false

	threat := {"on": element.id, "because": ["detail_errors"]}
}
