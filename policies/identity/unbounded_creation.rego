# METADATA
# title: May create any role
# description: >-
#   Whoever holds {element} can create an all-powerful role because it may make roles and give
#   them rights, and no permission boundary limits what it makes, which lets them step around
#   review.
# custom:
#   id: IAM-019
#   on: identity.role
#   also: [identity.user]
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   capec: [233]
#   attack: [T1098.003]
#   fix: >-
#     Require iam:PermissionsBoundary in the statement that allows iam:CreateRole.
package threatvet.threats.identity.unbounded_creation

import data.threatvet.lib.rights
import data.threatvet.lib.trust

unbounded(identity, action) if {
	some statement in rights.stated[identity.id]
	trust.allows(statement, action)
	not "iam:permissionsboundary" in statement.condition_keys
}

threats contains threat if {
	some identity in input.identity_list
	some statement in rights.stated[identity.id]
	trust.allows(statement, "iam:CreateRole")
	not "iam:permissionsboundary" in statement.condition_keys
	not rights.forbidden(identity, "iam:CreateRole")
	some action in {"iam:AttachRolePolicy", "iam:PutRolePolicy"}
	rights.states(identity, action)
	unbounded(identity, action)
	not rights.administrator(identity.id)
	not identity.id in rights.sovereign
	rights.usable(identity)

	threat := {
		"on": identity.id,
		"because": [],
		"policy": statement.policy,
	}
}
