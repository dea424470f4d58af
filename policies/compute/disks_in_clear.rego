# METADATA
# title: Work disks are in clear
# description: >-
#   Someone who obtains a disk of a machine of {element} can read what it works on because those
#   disks are not encrypted, which lets them skip every login.
# custom:
#   id: CMP-028
#   on: compute.batch
#   also: [compute.vm]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [311]
#   attack: [T1530]
#   fix: >-
#     Add a LocalDiskEncryptionConfiguration, or set "root_volume_encryption_enabled = true" and
#     "user_volume_encryption_enabled = true".
package threatvet.threats.compute.disks_in_clear

threats contains threat if {
	some kind in {"compute.batch", "compute.vm"}
	some element in input.by_kind[kind]
	element.facts.disks_encrypted == false

	threat := {"on": element.id, "because": ["disks_encrypted"]}
}
