# METADATA
# title: From a command to the host
# description: >-
#   An attacker on the internet can run a command in {container}, leave it for {host} beneath it and
#   so reach {end} because nothing keeps the container from its host, which lets one bug expose
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
#     Take the host's rights away from the container ("privileged = false"), and keep containers from the
#     metadata service ("http_put_response_hop_limit = 1" with session tokens).
package threatvet.threats.paths.command_to_host

escapes := {"x-container-escape", "x-container-node", "x-container-node-v1"}

threats contains threat if {
	some path in input.paths
	some i, step in path.steps
	step.technique in escapes
	path.steps[i - 1].technique == "code-injection"

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"container": step.from, "host": step.to},
	}
}
