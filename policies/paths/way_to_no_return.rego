# METADATA
# title: Data, backups and records in one hand
# description: >-
#   An attacker who starts from {start} can erase {data} and also {end} because one identity holds
#   the rights over both, which lets them leave the business without service or evidence.
# custom:
#   id: XP-012
#   on: path
#   stride: denial
#   ease: 2
#   cwe: [653, 732]
#   attack: [T1485, T1490, T1070]
#   fix: >-
#     Keep backups and logs under rights that no program has, in an account of their own, or lock
#     them.
package threatvet.threats.paths.way_to_no_return

threats contains threat if {
	some path in input.paths
	path.gains == "erases"
	count(path.data) > 0

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
	}
}
