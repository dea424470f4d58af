# METADATA
# title: Pods may connect anywhere
# description: >-
#   Malware in a pod under {element} can send data anywhere because the rule lets
#   connections out to every address, which lets stolen data leave unnoticed.
# custom:
#   id: K8S-025
#   on: network.rule
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [923]
#   attack: [T1041, T1567]
#   fix: >-
#     Name the ranges that are needed in ip_block of egress.
package threatvet.threats.cluster.everything_out

threats contains threat if {
	some element in input.by_kind["network.rule"]
	element.facts.lets_all_out == true

	threat := {"on": element.id, "because": ["lets_all_out"]}
}
