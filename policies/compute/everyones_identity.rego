# METADATA
# title: Runs as what everything runs as
# description: >-
#   An attacker who breaks {element} can do what any other program of the project can
#   because it runs as the identity that the cloud made for all, which as a rule may edit
#   everything.
# custom:
#   id: CMP-015
#   on: compute.vm
#   also: [compute.container, compute.function, compute.batch, k8s.cluster, ci.pipeline]
#   stride: elevation
#   ease: 2
#   safety_net: true
#   cwe: [250, 653]
#   attack: [T1078.004, T1552.005]
#   fix: >-
#     Make a google_service_account that may do only what the program needs, and name it
#     (service_account, service_account_email).
#   fixes:
#     azurerm: >-
#       Make an azurerm_user_assigned_identity that may do only what the program needs, and name it
#       in identity.
package threatvet.threats.compute.everyones_identity

kinds := {
	"compute.vm", "compute.container", "compute.function", "compute.batch", "k8s.cluster", "ci.pipeline",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.default_identity == true

	threat := {"on": element.id, "because": ["default_identity"]}
}
