# METADATA
# title: May run commands on stronger machines
# description: >-
#   Whoever holds {element} can run commands on {targets} because it may use remote management,
#   which lets them take stronger credentials from there.
# custom:
#   id: IAM-016
#   on: identity.role
#   also: [identity.user]
#   stride: elevation
#   ease: 2
#   cwe: [269]
#   capec: [233]
#   attack: [T1651]
#   fix: >-
#     Limit ssm:SendCommand and ssm:StartSession to the machines that are meant ("Resource", or a
#     tag condition).
package threatvet.threats.identity.remote_commands

import data.threatvet.lib.rights

opening contains grant if {
	some grant in rights.of({"ssm:SendCommand", "ssm:StartSession", "ec2-instance-connect:SendSSHPublicKey"})
	element := input.by_id[grant.on]
	startswith(element.kind, "compute.")
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
