# METADATA
# title: A changed boot goes unnoticed
# description: >-
#   An attacker can change how {element} starts without anyone noticing because nothing
#   measures its boot, which lets them hide below the system.
# custom:
#   id: CMP-014
#   on: compute.vm
#   also: [k8s.cluster]
#   stride: tampering
#   ease: 1
#   safety_net: true
#   cwe: [354, 1326]
#   attack: [T1542]
#   fix: >-
#     Leave "enable_vtpm = true" and "enable_integrity_monitoring = true" in
#     shielded_instance_config, "enable_shielded_nodes = true" and "vtpm_enabled = true".
package threatvet.threats.compute.unmeasured_boot

threats contains threat if {
	some kind in {"compute.vm", "k8s.cluster"}
	some element in input.by_kind[kind]
	element.facts.boot_measured == false

	threat := {"on": element.id, "because": ["boot_measured"]}
}
