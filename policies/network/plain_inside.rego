# METADATA
# title: Machines of one service talk in clear
# description: >-
#   An eavesdropper in the network can read what the machines of {element} send to each other
#   because that is not encrypted, which lets them collect data that clients sent over TLS.
# custom:
#   id: NET-021
#   on: store.search
#   also: [compute.batch, stream, store.cache]
#   stride: disclosure
#   ease: 2
#   safety_net: true
#   cwe: [319]
#   attack: [T1040]
#   fix: >-
#     Set "enabled = true" in node_to_node_encryption, "EnableInTransitEncryption" to true, or
#     "in_cluster = true" in encryption_in_transit.
package threatvet.threats.network.plain_inside

threats contains threat if {
	some kind in {"store.search", "compute.batch", "stream", "store.cache"}
	some element in input.by_kind[kind]
	element.facts.encrypted_inside == false

	threat := {"on": element.id, "because": ["encrypted_inside"]}
}
