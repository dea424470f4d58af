# METADATA
# title: A whole way into another account
# description: >-
#   An attacker who starts from {start} can come to a role in another account in {steps} because
#   the rights to assume it lie on the way, which lets a breach here spread there.
# custom:
#   id: XP-016
#   on: path
#   stride: elevation
#   ease: 2
#   cwe: [284]
#   attack: [T1199, T1550.001]
#   fix: >-
#     Let only who needs it assume roles in other accounts, and ask there for more than this
#     account's name.
package threatvet.threats.paths.way_to_other_account

import data.threatvet.lib.steps

threats contains threat if {
	some path in input.paths
	path.gains == "account"
	count(path.steps) > 1

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"steps": steps.words(count(path.steps))},
	}
}
