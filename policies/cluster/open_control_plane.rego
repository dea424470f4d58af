# METADATA
# title: Control plane on the internet
# description: >-
#   Anyone on the internet can knock on the control plane of {element} because its endpoint is
#   public for every address, which lets them try stolen tokens and new flaws.
# custom:
#   id: K8S-008
#   on: k8s.cluster
#   stride: disclosure
#   ease: 3
#   cwe: [668]
#   capec: [300]
#   attack: [T1133, T1190]
#   fix: >-
#     Set "endpoint_public_access = false", or list the addresses of administrators in
#     public_access_cidrs.
#   fixes:
#     aws: >-
#       Set "endpoint_public_access = false", or list the addresses of administrators in
#       public_access_cidrs.
#     azurerm: >-
#       List the addresses of administrators in authorized_ip_ranges of api_server_access_profile,
#       or set "private_cluster_enabled = true".
#     google: >-
#       List the addresses of administrators in master_authorized_networks_config, or set
#       "enable_private_endpoint = true" in private_cluster_config.
package threatvet.threats.cluster.open_control_plane

import data.threatvet.lib.network

threats contains threat if {
	some element in input.by_kind["k8s.cluster"]
	element.facts.public_network_access == true
	some cidr in element.facts.allowed_cidrs
	network.anywhere(cidr)

	threat := {"on": element.id, "because": ["allowed_cidrs", "public_network_access"]}
}
