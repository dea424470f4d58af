# METADATA
# title: Outside of our networks
# description: >-
#   Malware in {element} can send data anywhere because it stands in no network of ours
#   where its traffic could be limited, which lets stolen data leave unnoticed.
# custom:
#   id: NET-019
#   on: store.warehouse
#   also: [compute.container, compute.batch]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [923]
#   attack: [T1041, T1567]
#   fix: >-
#     Set "managed_virtual_network_enabled = true", or place it in a subnet (subnet_ids,
#     network_profile_id).
package threatvet.threats.network.no_network

threats contains threat if {
	some kind in {"store.warehouse", "compute.container", "compute.batch"}
	some element in input.by_kind[kind]
	element.facts.in_network == false

	threat := {"on": element.id, "because": ["in_network"]}
}
