# METADATA
# title: Over a shared role to another service's data
# description: >-
#   A user of {entrance} can reach {end} because it runs as {role}, as {other} does, which lets a
#   harmless-looking flaw expose {data}.
# custom:
#   id: XP-007
#   on: path
#   stride: disclosure
#   ease: 2
#   cwe: [653, 250]
#   capec: [122]
#   attack: [T1078.004, T1213.006]
#   fix: >-
#     Give each service a role of its own with the rights that it needs.
package threatvet.threats.paths.shared_role_to_data

import data.threatvet.lib.places

threats contains threat if {
	some path in input.paths
	some i, step in path.steps
	step.weakness_kind != ""
	lent := path.steps[i + 1]
	runners := {e.id | some kind; some e in input.by_kind[kind]; startswith(kind, "compute."); e.runs_as == lent.to}
	others := runners - places.of(step.to)
	count(others) > 0
	count(runners & places.of(step.to)) > 0
	max([d.confidentiality | some d in path.data]) >= 3

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"entrance": step.to, "role": lent.to, "other": min(others)},
	}
}
