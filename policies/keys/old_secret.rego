# METADATA
# title: The secret never changes
# description: >-
#   An attacker with an old copy of {element} still gets in because it is never changed, while
#   {identity}, which reads it, faces the internet, which lets a past leak work today.
# custom:
#   id: SEC-005
#   on: secret_store
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [262, 324]
#   attack: [T1078]
#   fix: >-
#     Rotate it on a schedule (aws_secretsmanager_secret_rotation).
package threatvet.threats.keys.old_secret

import data.threatvet.lib.rights

threats contains threat if {
	some element in input.by_kind.secret_store
	element.facts.rotation == false

	# A secret leaks where it is used. One that only inner parts read can wait.
	some grant in input.grants_on[element.id]
	rights.gives(grant, "secretsmanager:GetSecretValue")
	rights.exposure(grant.identity) >= rights.nearness.internet

	threat := {
		"on": element.id,
		"because": ["rotation"],
		"values": {"identity": grant.identity},
	}
}
