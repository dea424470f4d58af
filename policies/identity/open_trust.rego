# METADATA
# title: Anyone can become this role
# description: >-
#   Anyone with an account at the same cloud provider can become {element} because its trust
#   policy accepts every principal, which lets them use all its rights.
# custom:
#   id: IAM-001
#   on: identity.role
#   also: [identity.policy]
#   stride: spoofing
#   ease: 4
#   cwe: [284, 863]
#   capec: [180]
#   attack: [T1078.004]
#   fix: >-
#     Name the principals in assume_role_policy.
package threatvet.threats.identity.open_trust

import data.threatvet.lib.documents
import data.threatvet.lib.trust

threats contains threat if {
	some identity in input.identity_list
	some statement in input.policies_of[identity.id]
	statement.kind == "trust"
	trust.allows(statement, "sts:AssumeRole")
	trust.to_everyone(statement)
	trust.without_conditions(statement)

	threat := {
		"on": identity.id,
		"because": [],
		"policy": statement.policy,
	}
}

# A document that some role elsewhere is to have.
threats contains threat if {
	some element in input.by_kind["identity.policy"]
	documents.bare(element)
	some statement in input.policies_of[element.id]
	trust.allows(statement, "sts:AssumeRole")
	trust.to_everyone(statement)
	trust.without_conditions(statement)

	threat := {
		"on": element.id,
		"because": [],
		"policy": statement.policy,
	}
}
