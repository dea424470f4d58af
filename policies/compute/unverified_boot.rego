# METADATA
# title: Boot is not verified
# description: >-
#   An attacker with rights on {element} can plant software that starts before the system
#   because signatures are not checked at boot, which lets them stay for good.
# custom:
#   id: CMP-013
#   on: compute.vm
#   also: [k8s.cluster, compute.batch]
#   stride: tampering
#   ease: 1
#   safety_net: true
#   cwe: [345, 1326]
#   attack: [T1542]
#   fix: >-
#     Set "enable_secure_boot = true" in shielded_instance_config, or "secure_boot_enabled =
#     true".
package threatvet.threats.compute.unverified_boot

threats contains threat if {
	some kind in {"compute.vm", "k8s.cluster", "compute.batch"}
	some element in input.by_kind[kind]
	element.facts.verified_boot == false

	threat := {"on": element.id, "because": ["verified_boot"]}
}
