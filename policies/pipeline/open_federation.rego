# METADATA
# title: Any repository can deploy
# description: >-
#   Any repository on {host} can take on {element} because its trust does not name whose
#   repository may, which lets a stranger deploy into our account.
# custom:
#   id: CIC-001
#   on: identity.role
#   also: [identity.policy]
#   stride: spoofing
#   ease: 4
#   cwe: [284, 863]
#   capec: [180]
#   attack: [T1078.004, T1199]
#   fix: >-
#     Pin organisation, repository and branch in the condition on the token's subject
#     ("repo:org/name:ref:refs/heads/main").
package threatvet.threats.pipeline.open_federation

import data.threatvet.lib.documents
import data.threatvet.lib.federation
import data.threatvet.lib.trust

threats contains threat if {
	some identity in input.identity_list
	some statement in input.policies_of[identity.id]
	statement.kind == "trust"
	host := federation.code_host(statement)
	trust.allows(statement, "sts:AssumeRoleWithWebIdentity")
	not federation.subject_unknown(statement)
	not federation.owner_named(statement)

	threat := {
		"on": identity.id,
		"because": [],
		"policy": statement.policy,
		"values": {"host": host},
	}
}

# A document that some role elsewhere is to have.
threats contains threat if {
	some element in input.by_kind["identity.policy"]
	documents.bare(element)
	some statement in input.policies_of[element.id]
	host := federation.code_host(statement)
	trust.allows(statement, "sts:AssumeRoleWithWebIdentity")
	not federation.subject_unknown(statement)
	not federation.owner_named(statement)

	threat := {
		"on": element.id,
		"because": [],
		"policy": statement.policy,
		"values": {"host": host},
	}
}
