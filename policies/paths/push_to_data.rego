# METADATA
# title: From a pushed image to the data
# description: >-
#   An attacker who starts from {start} can replace an image that is run again under the same name,
#   and so act as {role} and reach {end}, because tags can be moved, which lets a build's rights
#   reach {data}.
# custom:
#   id: XP-009
#   on: path
#   stride: elevation
#   ease: 2
#   cwe: [494, 250]
#   attack: [T1525, T1610, T1530]
#   fix: >-
#     Make tags immutable, or run images by digest, and let only the release pipeline push.
package threatvet.threats.paths.push_to_data

threats contains threat if {
	some path in input.paths
	some step in path.steps
	step.technique == "x-ecr-push"

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"role": step.to},
	}
}
