# METADATA
# title: From a pull request to the account
# description: >-
#   A stranger with a repository of their own can take on {role} and so reach {end} because its
#   trust lets any repository in, which lets them own production without any login.
# custom:
#   id: XP-003
#   on: path
#   stride: elevation
#   ease: 4
#   cwe: [94, 863]
#   capec: [444]
#   attack: [T1677, T1078.004, T1098.003]
#   fix: >-
#     Pin organisation, repository and branch in the trust policy of the role.
package threatvet.threats.paths.pull_request_to_account

import data.threatvet.lib.federation

threats contains threat if {
	some path in input.paths
	some role in {path.start, path.steps[0].to}
	some statement in input.policies_of[role]
	statement.kind == "trust"
	federation.code_host(statement)
	not federation.subject_unknown(statement)
	not federation.owner_named(statement)

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"role": role},
	}
}
