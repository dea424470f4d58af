# METADATA
# title: From a command to the host
# description: >-
#   An attacker on the internet can run a command in {container}, leave it for its host and so
#   reach {end} because the container has the rights of its host, which lets one bug expose
#   {data}.
# custom:
#   id: XP-002
#   on: path
#   stride: elevation
#   ease: 3
#   cwe: [78, 250]
#   capec: [88, 480]
#   attack: [T1190, T1059.004, T1611, T1552.005, T1555.006]
#   fix: >-
#     Take the host's rights away from the container ("privileged = false").
package threatvet.threats.paths.command_to_host

import data.threatvet.lib.places

threats contains threat if {
	some path in input.paths
	"code-injection" in path.techniques
	some step in path.steps
	some id in places.of(step.to)
	input.by_id[id].facts.privileged == true

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"container": id},
	}
}
