# METADATA
# title: Temporary disks in clear
# description: >-
#   Whoever obtains a disk of the host can read what {element} kept in passing because its
#   temporary disks and caches are not encrypted, which lets them get around encryption at
#   rest.
# custom:
#   id: CMP-026
#   on: compute.vm
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [311]
#   attack: [T1537, T1552.001]
#   fix: >-
#     Set "encryption_at_host_enabled = true".
package threatvet.threats.storage.temporary_in_clear

threats contains threat if {
	some element in input.by_kind["compute.vm"]
	element.facts.host_encrypted == false

	threat := {"on": element.id, "because": ["host_encrypted"]}
}
