# METADATA
# title: From a message to the data
# description: >-
#   Anyone with a cloud account can send a message to {source} that {worker} obeys, and so reach
#   {end}, because the queue accepts everyone and the worker trusts it, which lets an outsider get
#   at {data}.
# custom:
#   id: XP-006
#   on: path
#   stride: tampering
#   ease: 4
#   cwe: [732, 89]
#   capec: [180, 66]
#   attack: [T1565.002, T1213.006]
#   fix: >-
#     Name the senders in the policy of the queue, and pass what messages hold as parameters.
package threatvet.threats.paths.message_to_data

import data.threatvet.lib.places

# fed lists what anyone can write to that an element gets its input from.
fed(id) := [source.id |
	some place in places.of(id)
	some flow in input.flows_to[place]
	source := input.by_id[flow.from]
	source.kind in {"queue", "topic", "stream"}
	source.facts.public_write == true
]

threats contains threat if {
	some path in input.paths
	some step in path.steps
	step.weakness_kind in {"sql_injection", "command_injection"}
	some source in fed(step.to)

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"source": source, "worker": step.to},
	}
}
