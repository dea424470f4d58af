# METADATA
# title: Anyone can read the secret
# description: >-
#   Other accounts can read {element} because its resource policy lets everyone in, which lets
#   outsiders log in.
# custom:
#   id: SEC-006
#   on: secret_store
#   stride: disclosure
#   ease: 4
#   cwe: [732]
#   capec: [180]
#   attack: [T1555.006]
#   fix: >-
#     Name the principals in the secret's policy.
package threatvet.threats.keys.open_secret

threats contains threat if {
	some element in input.by_kind.secret_store
	element.facts.public_read == true

	threat := {"on": element.id, "because": ["public_read"]}
}
