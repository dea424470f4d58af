# METADATA
# title: Any branch deploys as administrator
# description: >-
#   Anyone who can push a branch, or open a pull request, can become administrator because
#   {element} has administrator rights and its trust does not name a branch or environment, which
#   lets one account own production.
# custom:
#   id: CIC-011
#   on: identity.role
#   stride: elevation
#   ease: 3
#   cwe: [250, 269]
#   capec: [122]
#   attack: [T1078.004, T1098]
#   fix: >-
#     Pin a protected branch or environment in the condition on the token's subject, and give the
#     role only what deployments need.
package threatvet.threats.pipeline.any_branch_administers

import data.threatvet.lib.federation
import data.threatvet.lib.rights
import data.threatvet.lib.trust

threats contains threat if {
	some identity in input.identity_list
	rights.administrator(identity.id)
	some statement in input.policies_of[identity.id]
	statement.kind == "trust"
	trust.allows(statement, "sts:AssumeRoleWithWebIdentity")
	federation.code_host(statement)
	federation.owner_named(statement)
	not federation.branch_named(statement)

	threat := {
		"on": identity.id,
		"because": [],
		"policy": statement.policy,
	}
}
