# METADATA
# title: May give itself any right
# description: >-
#   Whoever holds {element} can give itself any right because it may change the policies of
#   {targets}, which lets them become administrator.
# custom:
#   id: IAM-012
#   on: identity.role
#   also: [identity.user]
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   capec: [233]
#   attack: [T1098.003]
#   fix: >-
#     Take iam:Put*Policy, iam:Attach*Policy and iam:CreatePolicyVersion away, or limit them to
#     others with a permission boundary.
package threatvet.threats.identity.gives_itself_rights

import data.threatvet.lib.rights

changing := {
	"iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutUserPolicy", "iam:AttachUserPolicy",
	"iam:PutGroupPolicy", "iam:AttachGroupPolicy",
}

opening contains grant if {
	some grant in rights.of(changing)
	grant.on in array.concat([grant.identity], input.identities[grant.identity].groups)
}

# A policy that stands elsewhere and says word for word what the identity holds
# is attached to it.
opening contains grant if {
	some grant in rights.of({"iam:CreatePolicyVersion"})
	not input.identities[grant.on]
	some theirs in input.policies_of[grant.on]
	some own in rights.statements(input.identities[grant.identity])
	own.index == theirs.index
	own.actions == theirs.actions
	own.resources == theirs.resources
}

threats contains threat if {
	some holder, ways in rights.by_holder(rights.gainful(opening))
	targets := sort({w.on | some w in ways})

	threat := {
		"on": holder,
		"because": [],
		"grant": rights.nearest(ways).id,
		"values": {"targets": targets},
		"reaches": targets,
	}
}
