# METADATA
# title: Rights for everyone
# description: >-
#   Anyone, or anyone with an account at the provider, has rights on {element} because they
#   are given to everyone, which lets strangers use or change it.
# custom:
#   id: IAM-026
#   on: compute.batch
#   also: [compute.vm, compute.container, identity.role, identity.policy, identity.user, k8s.cluster, network.subnet, log.sink, store.snapshot, store.sql, store.nosql, gateway.api, gateway.lb, store.file, iac.config]
#   stride: elevation
#   ease: 4
#   cwe: [732, 284]
#   attack: [T1078.004, T1190]
#   fix: >-
#     Name the identities that need the role instead of allUsers or allAuthenticatedUsers.
package threatvet.threats.identity.rights_for_everyone

kinds := {
	"compute.batch", "compute.vm", "compute.container", "identity.role", "identity.policy",
	"identity.user", "k8s.cluster", "network.subnet", "log.sink", "store.snapshot", "store.sql",
	"store.nosql", "gateway.api", "gateway.lb", "store.file", "iac.config",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.public_rights == true

	threat := {"on": element.id, "because": ["public_rights"]}
}
