# METADATA
# title: A whole way to administration
# description: >-
#   An attacker who starts from {start} can get administrator rights in {steps} because no step on
#   the way is guarded, which lets them read, change and destroy everything in the account.
# custom:
#   id: XP-015
#   on: path
#   stride: elevation
#   ease: 3
#   cwe: [250]
#   attack: [T1078.004]
#   fix: >-
#     Break the way where it costs least: the finding lists the changes that close the most ways.
package threatvet.threats.paths.way_to_administrator

import data.threatvet.lib.steps

threats contains threat if {
	some path in input.paths
	count(path.steps) > 0
	path.end == "account-admin"

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"steps": steps.words(count(path.steps))},
	}
}
