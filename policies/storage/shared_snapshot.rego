# METADATA
# title: Anyone can copy the snapshot
# description: >-
#   Any customer of the cloud can copy {element} because it is shared with everyone, which lets
#   them read {data} and every secret in it at leisure.
# custom:
#   id: DB-006
#   on: store.snapshot
#   stride: disclosure
#   ease: 4
#   cwe: [732]
#   attack: [T1537]
#   fix: >-
#     Take "all" out of the snapshot's or image's list of accounts.
package threatvet.threats.storage.shared_snapshot

threats contains threat if {
	some element in input.by_kind["store.snapshot"]
	element.facts.public_read == true

	threat := {"on": element.id, "because": ["public_read"]}
}
