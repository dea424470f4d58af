# METADATA
# title: From an old key to the account
# description: >-
#   Whoever finds the access key of {start} can log in and become administrator because the key
#   never expires and its rights lead there, which lets an old leak end in takeover.
# custom:
#   id: XP-005
#   on: path
#   stride: elevation
#   ease: 4
#   cwe: [798, 269]
#   capec: [191, 233]
#   attack: [T1552.001, T1078.004, T1548.005]
#   fix: >-
#     Delete the key and give the program a role, or take the rights away that lead further.
package threatvet.threats.paths.old_key_to_account

threats contains threat if {
	some path in input.paths
	path.end == "account-admin"
	input.identities[path.start].facts.access_key == true

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
	}
}
