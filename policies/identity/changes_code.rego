# METADATA
# title: May change code of stronger functions
# description: >-
#   Whoever holds {element} can run code with stronger rights because it may change the code of
#   {targets}, which lets them use the roles of these.
# custom:
#   id: IAM-015
#   on: identity.role
#   also: [identity.user]
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   capec: [233]
#   attack: [T1648]
#   fix: >-
#     Let only the deployment identity change the function ("Resource" of
#     lambda:UpdateFunctionCode).
package threatvet.threats.identity.changes_code

import data.threatvet.lib.rights

opening contains grant if {
	some grant in rights.of({"lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"})
	element := input.by_id[grant.on]
	element.kind == "compute.function"
	rights.stronger(element.runs_as, grant.identity)
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
