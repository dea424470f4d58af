# METADATA
# title: Pods can pose as their machine
# description: >-
#   An attacker in any pod of {element} gets the rights of the machine because {what}, which lets
#   them do what no pod was meant to.
# custom:
#   id: K8S-016
#   on: k8s.cluster
#   also: [compute.vm]
#   stride: elevation
#   ease: 2
#   cwe: [250, 653]
#   attack: [T1552.005, T1611]
#   fix: >-
#     Set "mode = \"GKE_METADATA\"" in workload_metadata_config and "disable-legacy-endpoints =
#     \"true\"" in metadata, or "workload_identity_enabled = true" with "oidc_issuer_enabled = true".
#   fixes:
#     azurerm: >-
#       Set "workload_identity_enabled = true" with "oidc_issuer_enabled = true".
#     google: >-
#       Set "mode = \"GKE_METADATA\"" in workload_metadata_config, and workload_identity_config on
#       the cluster.
package threatvet.threats.cluster.node_identity

lacks("k8s.cluster", element) := object.union(
	{"workload_identity": "pods can reach its credentials" | element.facts.workload_identity == false},
	{"metadata_token_required": "its old metadata service answers any request" |
		element.facts.metadata_token_required == false
	},
)

# A machine of its own is told by its metadata service.
lacks("compute.vm", element) := {"workload_identity": "pods can reach its credentials" |
	element.facts.workload_identity == false
}

threats contains threat if {
	some kind in {"k8s.cluster", "compute.vm"}
	some element in input.by_kind[kind]
	missing := lacks(kind, element)
	count(missing) > 0

	threat := {
		"on": element.id,
		"because": [fact | some fact, _ in missing],
		"values": {"what": concat(" and ", [words | some words in missing])},
	}
}
