# METADATA
# title: Short passwords accepted
# description: >-
#   An attacker can guess passwords because {element} accepts ones of {length} characters, which
#   lets them sign in as ordinary users.
# custom:
#   id: IDP-002
#   on: identity_provider
#   stride: spoofing
#   ease: 3
#   cwe: [521]
#   capec: [49, 16]
#   attack: [T1110.001]
#   fix: >-
#     Require at least 12 characters (minimum_length, minimum_password_length).
package threatvet.threats.identity.weak_passwords

threats contains threat if {
	some element in input.by_kind.identity_provider
	element.facts.password_min_length < 12

	threat := {
		"on": element.id,
		"because": ["password_min_length"],
		"values": {"length": element.facts.password_min_length},
	}
}
