# METADATA
# title: From the asset store to the customers
# description: >-
#   An attacker who starts from {start} can change what {end} holds, which {gateway} serves to
#   customers as their own site, because the store is loosely guarded, which lets one stolen right
#   take the tokens of all of them.
# custom:
#   id: XP-008
#   on: path
#   stride: tampering
#   ease: 3
#   cwe: [829, 345]
#   attack: [T1565.001, T1189, T1539]
#   fix: >-
#     Let only the release pipeline write to the store, and keep old versions.
package threatvet.threats.paths.script_to_customers

threats contains threat if {
	some path in input.paths
	some step in path.steps
	step.to == path.end
	step.technique in {"data-write", "x-public-write", "x-open-write"}
	some flow in input.flows_to[path.end]
	gateway := input.by_id[flow.from]
	gateway.kind == "gateway.cdn"

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"gateway": gateway.id},
	}
}
