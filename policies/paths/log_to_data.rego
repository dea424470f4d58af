# METADATA
# title: From the log to the data
# description: >-
#   Whoever starts from {start} can read {data} in {end} without touching a store because
#   {function} logs it there, and the log is open to {reader}, who may not read the store, which
#   lets sensitive data leak through a side door.
# custom:
#   id: XP-010
#   on: path
#   stride: disclosure
#   ease: 2
#   cwe: [532, 732]
#   attack: [T1654]
#   fix: >-
#     Leave the value out of the log, and let only who may read the store read its log.
package threatvet.threats.paths.log_to_data

# hosts are what runs the code of a weakness.
hosts(weakness) := {id |
	some id in [weakness.runs_on, weakness.service, weakness.element]
	id != ""
}

# allowed reports whether the reader may read a store that the program fetches from anyway.
allowed(reader, weakness) if {
	some id in hosts(weakness)
	some flow in input.flows_from[id]
	some grant in input.grants_on[flow.to]
	grant.identity == reader
	grant.level in {"read", "admin"}
	some d in input.by_id[flow.to].data
	d.confidentiality >= 3
}

threats contains threat if {
	some path in input.paths
	path.gains == "reads"
	input.by_id[path.end].kind == "log.sink"
	max([d.confidentiality | some d in path.data]) >= 3
	some weakness in input.weaknesses.secret_in_log
	some flow in input.flows_to[path.end]
	flow.from in hosts(weakness)
	reader := path.steps[count(path.steps) - 1].from
	not allowed(reader, weakness)

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"function": weakness.element, "reader": reader},
	}
}
