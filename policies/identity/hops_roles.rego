# METADATA
# title: May hop into other roles
# description: >-
#   Whoever holds {element} can hop into {targets} because it may take on any role that trusts the
#   account, which lets them collect rights step by step.
# custom:
#   id: IAM-017
#   on: identity.role
#   also: [identity.user]
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   capec: [233]
#   attack: [T1550.001, T1078.004]
#   fix: >-
#     Name the roles in "Resource" of sts:AssumeRole, instead of "*".
package threatvet.threats.identity.hops_roles

import data.threatvet.lib.rights
import data.threatvet.lib.trust

opening contains grant if {
	some grant in rights.of({"sts:AssumeRole"})
	rights.stronger(grant.on, grant.identity)
	some statement in rights.stated[grant.identity]
	trust.allows(statement, "sts:AssumeRole")
	some resource in statement.resources
	endswith(resource, "*")
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
