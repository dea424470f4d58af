# METADATA
# title: Administrator rights
# description: >-
#   An attacker who takes over {element}, or whoever has it, owns the account because it gives
#   administrator rights, which lets them reach everything else.
# custom:
#   id: IAM-010
#   on: identity.role
#   also: [identity.user, identity.group, identity.policy]
#   stride: elevation
#   ease: 2
#   cwe: [250, 269]
#   capec: [122, 233]
#   attack: [T1078.004]
#   fix: >-
#     Give it only the actions and resources that it needs, instead of "*" or an administrator
#     policy.
package threatvet.threats.identity.administrator

import data.threatvet.lib.documents
import data.threatvet.lib.rights

threats contains threat if {
	some identity in input.identity_list
	identity.kind in {"role", "user"}
	rights.usable(identity)
	some grant in input.grants_by[identity.id]
	grant.on == "account"
	grant.level == "admin"
	grant.certain == true

	threat := {
		"on": identity.id,
		"because": [],
		"grant": grant.id,
	}
}

# A policy that nobody in the sources holds, or a group whose members are not
# there.
threats contains threat if {
	some kind in {"identity.group", "identity.policy"}
	some element in input.by_kind[kind]
	carries_alone(element)
	some statement in input.policies_of[element.id]
	documents.administers(statement)

	threat := {
		"on": element.id,
		"because": [],
		"policy": statement.policy,
	}
}

carries_alone(element) if element.kind == "identity.group"

carries_alone(element) if documents.bare(element)
