# METADATA
# title: Machines of the cluster on the internet
# description: >-
#   Anyone on the internet can knock on the machines of {element} as soon as one rule lets
#   them because they have public addresses, which lets them try flaws below the pods.
# custom:
#   id: K8S-022
#   on: k8s.cluster
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [668]
#   attack: [T1190, T1133]
#   fix: >-
#     Add a private_cluster_config with "enable_private_nodes = true".
package threatvet.threats.cluster.public_nodes

threats contains threat if {
	some element in input.by_kind["k8s.cluster"]
	element.facts.private_nodes == false

	threat := {"on": element.id, "because": ["private_nodes"]}
}
