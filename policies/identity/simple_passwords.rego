# METADATA
# title: Passwords of one kind of letters
# description: >-
#   An attacker can guess passwords faster because {element} asks for no mix of characters,
#   which lets people choose plain words.
# custom:
#   id: IDP-007
#   on: identity_provider
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [521]
#   attack: [T1110.001]
#   fix: >-
#     Ask for numbers, symbols and both cases (require_numbers, require_symbols,
#     require_lowercase_characters, require_uppercase_characters).
package threatvet.threats.identity.simple_passwords

threats contains threat if {
	some element in input.by_kind.identity_provider
	element.facts.password_mixed == false

	threat := {"on": element.id, "because": ["password_mixed"]}
}
