# METADATA
# title: Any image may run
# description: >-
#   An attacker can get an image of their own to run because {element} asks for no
#   signature, which lets them start in the middle of the network.
# custom:
#   id: K8S-005
#   on: iac.config
#   stride: tampering
#   ease: 1
#   safety_net: true
#   cwe: [345, 1357]
#   attack: [T1610, T1525]
#   fix: >-
#     Set "evaluation_mode = \"REQUIRE_ATTESTATION\"" and "enforcement_mode =
#     \"ENFORCED_BLOCK_AND_AUDIT_LOG\"" in default_admission_rule.
package threatvet.threats.cluster.unsigned_images

threats contains threat if {
	some element in input.by_kind["iac.config"]
	element.facts.images_checked == false

	threat := {"on": element.id, "because": ["images_checked"]}
}
