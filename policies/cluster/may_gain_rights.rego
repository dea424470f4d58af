# METADATA
# title: Program may gain rights
# description: >-
#   An attacker in {element} can become root in the container because gaining rights is not
#   forbidden, which lets escapes succeed more easily.
# custom:
#   id: K8S-017
#   on: k8s.workload
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [250, 269]
#   attack: [T1611, T1068]
#   fix: >-
#     Set "allow_privilege_escalation = false" in security_context.
package threatvet.threats.cluster.may_gain_rights

threats contains threat if {
	some element in input.by_kind["k8s.workload"]
	element.facts.escalation_allowed == true

	threat := {"on": element.id, "because": ["escalation_allowed"]}
}
