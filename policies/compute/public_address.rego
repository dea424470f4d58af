# METADATA
# title: Machine with an address on the internet
# description: >-
#   Anyone on the internet can knock on {element} as soon as one rule lets them because it
#   has a public address, which lets a single mistake expose it.
# custom:
#   id: CMP-016
#   on: compute.vm
#   also: [compute.batch, ci.runner]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [668, 1327]
#   attack: [T1190, T1133]
#   fix: >-
#     Take the public address away (leave access_config out, "internal_ip_only = true",
#     "ip_configuration = \"WORKER_IP_PRIVATE\"", "no_public_ip = true", no
#     public_ip_address_id) and come in through a gateway, a bastion or IAP.
#   fixes:
#     aws: >-
#       Set "associate_public_ip_address = false", and come in through a load balancer, a bastion or
#       a session manager.
#     azurerm: >-
#       Leave public_ip_address_id out of ip_configuration, and come in through a gateway or a
#       bastion.
#     google_compute: >-
#       Leave access_config out of network_interface, and come in through a load balancer, a bastion
#       or IAP.
package threatvet.threats.compute.public_address

threats contains threat if {
	some kind in {"compute.vm", "compute.batch", "ci.runner"}
	some element in input.by_kind[kind]
	element.facts.public_network_access == true

	threat := {"on": element.id, "because": ["public_network_access"]}
}
