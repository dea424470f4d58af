# METADATA
# title: May open stronger roles
# description: >-
#   Whoever holds {element} can open {targets} to itself because it may rewrite who is trusted,
#   which lets them step up.
# custom:
#   id: IAM-013
#   on: identity.role
#   also: [identity.user]
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   capec: [233]
#   attack: [T1098, T1548.005]
#   fix: >-
#     Take iam:UpdateAssumeRolePolicy away, or limit it to roles that are no stronger.
package threatvet.threats.identity.opens_trust

import data.threatvet.lib.rights

opening contains grant if {
	some grant in rights.of({"iam:UpdateAssumeRolePolicy"})
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
