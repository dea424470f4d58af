# METADATA
# title: Key outside of hardware
# description: >-
#   Someone who controls the service below {element} could copy the key because it does not
#   live in hardware, which lets them read what it protects elsewhere.
# custom:
#   id: KMS-007
#   on: kms_key
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [320, 522]
#   attack: [T1552.004]
#   fix: >-
#     Set "key_type = \"RSA-HSM\"" or "EC-HSM", or "protection_level = \"HSM\"".
package threatvet.threats.keys.software_key

threats contains threat if {
	some element in input.by_kind.kms_key
	element.facts.hardware_key == false

	threat := {"on": element.id, "because": ["hardware_key"]}
}
