# METADATA
# title: Pod without limits
# description: >-
#   A hijacked or faulty pod of {element} can starve its neighbours because nothing limits
#   what it takes of the machine, which lets it stop them or mine.
# custom:
#   id: K8S-011
#   on: k8s.workload
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [770]
#   attack: [T1496, T1499]
#   fix: >-
#     Add limits for cpu and memory in resources.
package threatvet.threats.cluster.no_limits

threats contains threat if {
	some element in input.by_kind["k8s.workload"]
	element.facts.limits_set == false

	threat := {"on": element.id, "because": ["limits_set"]}
}
