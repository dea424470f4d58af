# METADATA
# title: Anyone can use the key
# description: >-
#   People outside our organisation can decrypt with {element} because its policy lets every
#   principal use it, which lets encryption give no protection.
# custom:
#   id: KMS-002
#   on: kms_key
#   stride: disclosure
#   ease: 2
#   cwe: [732]
#   capec: [180]
#   attack: [T1530]
#   fix: >-
#     Name the principals in the key policy, or limit it with kms:CallerAccount and
#     kms:ViaService.
package threatvet.threats.keys.open_key

threats contains threat if {
	some element in input.by_kind.kms_key
	element.facts.public_read == true

	threat := {"on": element.id, "because": ["public_read"]}
}
