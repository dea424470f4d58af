# METADATA
# title: Unasked to the data
# description: >-
#   An attacker on the internet can reach {end} through {entrance} because gateway, network and
#   code each leave it to the others to ask who is calling, which lets anyone copy {data}.
# custom:
#   id: XP-013
#   on: path
#   stride: disclosure
#   ease: 4
#   cwe: [306, 862]
#   capec: [115]
#   attack: [T1190, T1213.006]
#   fix: >-
#     Put the route behind a login, and let it return only what is the caller's own.
package threatvet.threats.paths.unasked_to_data

threats contains threat if {
	some path in input.paths
	path.start == "internet"
	some step in path.steps
	step.weakness_kind == "missing_authn"
	max([d.confidentiality | some d in path.data]) >= 3

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"entrance": step.to},
	}
}
