# METADATA
# title: Connections leave no trace
# description: >-
#   An intruder can move between machines in {element} without a record because network flow logs
#   are off, which lets responders learn neither path nor volume.
# custom:
#   id: LOG-005
#   on: network.vpc
#   also: [network.subnet]
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1021]
#   fix: >-
#     Add an aws_flow_log for the network, a log_config to the subnetwork, or an
#     azurerm_network_watcher_flow_log.
#   fixes:
#     aws: >-
#       Add an aws_flow_log for the network.
#     azurerm: >-
#       Add an azurerm_network_watcher_flow_log.
#     google: >-
#       Add a log_config to each google_compute_subnetwork.
package threatvet.threats.logging.no_flow_logs

threats contains threat if {
	some kind in {"network.vpc", "network.subnet"}
	some element in input.by_kind[kind]
	element.facts.flow_logs == false

	threat := {"on": element.id, "because": ["flow_logs"]}
}
