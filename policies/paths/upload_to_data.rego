# METADATA
# title: From an upload to the data
# description: >-
#   Anyone who can put a file into {source} can make {worker} act on crafted content and so reach
#   {end} because everyone may write there and the event is trusted, which lets them get at
#   {data}.
# custom:
#   id: XP-004
#   on: path
#   stride: tampering
#   ease: 3
#   cwe: [20, 89]
#   capec: [23, 66]
#   attack: [T1190, T1565.001, T1213.006]
#   fix: >-
#     Let only known writers put files there, and treat names and content as input.
package threatvet.threats.paths.upload_to_data

import data.threatvet.lib.places

# fed lists what anyone can write to that an element gets its input from.
fed(id) := [source.id |
	some place in places.of(id)
	some flow in input.flows_to[place]
	source := input.by_id[flow.from]
	source.kind in {"store.object"}
	source.facts.public_write == true
]

threats contains threat if {
	some path in input.paths
	some step in path.steps
	step.weakness_kind in {"sql_injection", "command_injection", "path_traversal", "archive_traversal"}
	some source in fed(step.to)

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"source": source, "worker": step.to},
	}
}
