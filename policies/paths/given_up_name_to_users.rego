# METADATA
# title: From a name given up to the users
# description: >-
#   An attacker can claim the address that {record} points at and receive the logins of users
#   because {trusting} still trusts pages under that name, which lets them act as these users and
#   so reach {data}.
# custom:
#   id: XP-011
#   on: path
#   stride: spoofing
#   ease: 3
#   cwe: [672, 942]
#   capec: [154]
#   attack: [T1584.001, T1528, T1539]
#   fix: >-
#     Take the record away, and name the addresses that are trusted one by one.
package threatvet.threats.paths.given_up_name_to_users

threats contains threat if {
	some path in input.paths
	some i, claimed in path.steps
	claimed.technique == "dangling-name"
	trusted := path.steps[i + 1]
	trusted.technique == "trusted-name"

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"record": claimed.to, "trusting": trusted.to},
	}
}
