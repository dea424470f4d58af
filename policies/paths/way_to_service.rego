# METADATA
# title: A whole way to everything of a service
# description: >-
#   An attacker who starts from {start} can come to act as {end} in {steps}, which rules over all
#   that a whole service of the account holds, because no step on the way is guarded.
# custom:
#   id: XP-017
#   on: path
#   stride: elevation
#   ease: 3
#   cwe: [269, 284]
#   attack: [T1078.004, T1098]
#   fix: >-
#     Give the role rights on the resources that it works with only, and break the way where it
#     costs least.
package threatvet.threats.paths.way_to_service

import data.threatvet.lib.steps

threats contains threat if {
	some path in input.paths
	path.gains == "identity"

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"steps": steps.words(count(path.steps))},
	}
}
