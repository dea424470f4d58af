# METADATA
# title: Rights for what everything runs as
# description: >-
#   An attacker who breaks any program of the project gets the rights of {element} because
#   they are given to the identity that the cloud made for all, which lets the weakest
#   program use them.
# custom:
#   id: IAM-025
#   on: identity.policy
#   also: [store.object, topic, queue, store.warehouse, secret_store, kms_key]
#   stride: elevation
#   ease: 2
#   cwe: [250, 653]
#   attack: [T1078.004]
#   fix: >-
#     Give the role to a google_service_account of the one program that needs it.
package threatvet.threats.identity.everyones_identity_granted

kinds := {
	"identity.policy", "store.object", "topic", "queue", "store.warehouse", "secret_store", "kms_key",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.default_identity_granted == true

	threat := {"on": element.id, "because": ["default_identity_granted"]}
}
