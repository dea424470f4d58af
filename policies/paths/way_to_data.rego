# METADATA
# title: A whole way to the data
# description: >-
#   An attacker who starts from {start} can reach {end} in {steps} because no step on the way is
#   guarded, which lets them get at {data}.
# custom:
#   id: XP-014
#   on: path
#   stride: elevation
#   ease: 3
#   cwe: [284]
#   attack: [T1078.004]
#   fix: >-
#     Break the way where it costs least: the finding lists the changes that close the most ways.
package threatvet.threats.paths.way_to_data

import data.threatvet.lib.steps

threats contains threat if {
	some path in input.paths
	count(path.steps) > 1 # what one step reaches is a threat of its own, by its own name
	path.end != "account-admin"
	not path.gains == "erases"
	not path.gains == "account"
	not path.gains == "identity"

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"steps": steps.words(count(path.steps))},
	}
}
