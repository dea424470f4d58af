# METADATA
# title: May log in as others
# description: >-
#   Whoever holds {element} can log in as {targets} because it may make keys or passwords for
#   them, which lets them borrow stronger rights.
# custom:
#   id: IAM-014
#   on: identity.role
#   also: [identity.user]
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   capec: [233]
#   attack: [T1098.001]
#   fix: >-
#     Limit iam:CreateAccessKey, CreateLoginProfile and UpdateLoginProfile to the user itself
#     ("Resource" with ${aws:username}).
package threatvet.threats.identity.logs_in_as_others

import data.threatvet.lib.rights

opening contains grant if {
	some grant in rights.of({"iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile"})
	rights.stronger(grant.on, grant.identity)
}

threats contains threat if {
	some holder, ways in rights.by_holder(rights.further(opening))
	targets := sort({w.on | some w in ways})

	threat := {
		"on": holder,
		"because": [],
		"grant": rights.nearest(ways).id,
		"values": {"targets": targets},
		"reaches": targets,
	}
}
