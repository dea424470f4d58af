# METADATA
# title: Source open to everyone
# description: >-
#   Anyone can read the code in {element}, and the secrets and flaws in it, because the
#   repository is public, which lets them plan an attack at leisure.
# custom:
#   id: CIC-014
#   on: source_repo
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [200, 540]
#   attack: [T1593.003, T1213.003]
#   fix: >-
#     Set "visibility = \"private\"", or accept this for code that is meant to be open.
package threatvet.threats.pipeline.open_source

threats contains threat if {
	some element in input.by_kind.source_repo
	element.facts.public_read == true

	threat := {"on": element.id, "because": ["public_read"]}
}
