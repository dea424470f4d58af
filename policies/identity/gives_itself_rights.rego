# METADATA
# title: May give itself any right
# description: >-
#   Whoever holds {element} can give itself any right because it may change its own policies, or
#   those of a group that it is in, which lets them become administrator.
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

threats contains threat if {
	some holder, ways in rights.by_holder(rights.gainful(rights.over_itself))
	targets := sort({w.on | some w in ways})

	threat := {
		"on": holder,
		"because": [],
		"grant": rights.nearest(ways).id,
		"values": {"targets": targets},
		"reaches": targets,
	}
}
