# METADATA
# title: Machine that passes on traffic
# description: >-
#   An attacker who takes over {element} can send packets in the name of others and read
#   what passes because it may forward traffic, which lets them get between machines.
# custom:
#   id: NET-011
#   on: compute.vm
#   also: [network.interface]
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [923, 940]
#   attack: [T1557, T1090]
#   fix: >-
#     Set "can_ip_forward = false" or "ip_forwarding_enabled = false", unless the machine is
#     a router.
package threatvet.threats.network.passes_traffic

threats contains threat if {
	some kind in {"compute.vm", "network.interface"}
	some element in input.by_kind[kind]
	element.facts.forwards_packets == true

	threat := {"on": element.id, "because": ["forwards_packets"]}
}
