# METADATA
# title: No identity of its own
# description: >-
#   Whoever reads the settings of {element} gets lasting secrets because it has no identity
#   of its own and needs stored keys for everything it calls, which lets them use those from
#   anywhere.
# custom:
#   id: CMP-021
#   on: compute.container
#   also: [compute.function, compute.vm, k8s.cluster, compute.batch]
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [522, 798]
#   attack: [T1552, T1078.004]
#   fix: >-
#     Add an identity block (type = "SystemAssigned") and give that identity the rights it
#     needs.
package threatvet.threats.compute.no_identity

kinds := {
	"compute.container", "compute.function", "compute.vm", "k8s.cluster", "compute.batch",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.managed_identity == false

	threat := {"on": element.id, "because": ["managed_identity"]}
}
