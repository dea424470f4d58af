# METADATA
# title: Private key in the state
# description: >-
#   Anyone who can read the Terraform state gets the private key of {element} because it is
#   kept there in clear, which lets them pose as what it stands for.
# custom:
#   id: SEC-008
#   on: secret_store
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [312, 522]
#   attack: [T1552.004]
#   fix: >-
#     Make the key where it is used, or in a key service, and give Terraform only its public
#     part.
package threatvet.threats.keys.key_in_state

threats contains threat if {
	some element in input.by_kind.secret_store
	element.facts.kept_in_state == true

	threat := {"on": element.id, "because": ["kept_in_state"]}
}
