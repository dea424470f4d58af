# METADATA
# title: Nobody sees the load
# description: >-
#   An attacker can mine or copy for days because load and health of {element} are not
#   measured, which lets misuse look like normal work.
# custom:
#   id: LOG-014
#   on: k8s.cluster
#   also: [compute.batch, compute.vm]
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1496]
#   fix: >-
#     Turn monitoring on (leave monitoring_service as it is, "enable_stackdriver_monitoring
#     = true", an oms_agent, "monitoring = true").
package threatvet.threats.logging.unmonitored

threats contains threat if {
	some kind in {"k8s.cluster", "compute.batch", "compute.vm"}
	some element in input.by_kind[kind]
	element.facts.monitored == false

	threat := {"on": element.id, "because": ["monitored"]}
}
