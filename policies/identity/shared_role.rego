# METADATA
# title: One role for weak and strong
# description: >-
#   An attacker in {outer} gains the rights of {inner} because both run as {element}, which lets
#   them skip its defences.
# custom:
#   id: IAM-020
#   on: identity.role
#   stride: elevation
#   ease: 2
#   cwe: [653, 250]
#   capec: [122]
#   attack: [T1078.004]
#   fix: >-
#     Give each service a role of its own.
package threatvet.threats.identity.shared_role

# related holds for two descriptions of one thing: a service and its task, a
# group of machines and their template.
related(a, b) if input.by_id[a].part_of == b

related(a, b) if input.by_id[b].part_of == a

related(a, b) if b in input.by_id[a].uses

related(a, b) if a in input.by_id[b].uses

# runs_programs holds for what an attacker can break into: what only hands a role
# over, as an instance profile does, has no defences to skip.
runs_programs(kind) if strings.any_prefix_match(kind, {"compute.", "k8s.workload", "go."})

threats contains threat if {
	some identity in input.identity_list
	some outer in identity.used_by
	runs_programs(input.by_id[outer].kind)
	input.by_id[outer].exposure == "internet"
	some inner in identity.used_by
	runs_programs(input.by_id[inner].kind)
	input.by_id[inner].exposure in {"internal", "privileged", "none"}
	not related(outer, inner)

	threat := {
		"on": identity.id,
		"because": [],
		"values": {"outer": outer, "inner": inner},
	}
}
