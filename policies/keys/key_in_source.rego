# METADATA
# title: Encryption key in the source
# description: >-
#   Anyone who can read the source, the plan or the state can decrypt {element} because its
#   key is written there, which lets encryption give no protection.
# custom:
#   id: SEC-007
#   on: store.block
#   also: [compute.vm, store.snapshot]
#   stride: disclosure
#   ease: 3
#   cwe: [798, 321]
#   attack: [T1552.001, T1552.004]
#   fix: >-
#     Name a key in a key service (kms_key_self_link) instead of raw_key, and make a new
#     key.
package threatvet.threats.keys.key_in_source

threats contains threat if {
	some kind in {"store.block", "compute.vm", "store.snapshot"}
	some element in input.by_kind[kind]
	element.facts.key_literal == true

	threat := {"on": element.id, "because": ["key_literal"]}
}
