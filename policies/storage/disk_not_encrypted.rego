# METADATA
# title: Disk in clear
# description: >-
#   Whoever obtains a copy or snapshot of the disks of {element} can read all files on them
#   because they are not encrypted, which lets them bypass every login.
# custom:
#   id: CMP-001
#   on: store.block
#   also: [compute.vm]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [311]
#   capec: [37]
#   attack: [T1537, T1552.001]
#   fix: >-
#     Set "encrypted = true" on the volume, or in root_block_device and ebs_block_device.
package threatvet.threats.storage.disk_not_encrypted

threats contains threat if {
	some kind in {"store.block", "compute.vm"}
	some element in input.by_kind[kind]
	element.facts.encrypted_at_rest == false

	threat := {"on": element.id, "because": ["encrypted_at_rest"]}
}
