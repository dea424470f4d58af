# METADATA
# title: Old metadata service
# description: >-
#   An attacker who can make a program on {element} fetch a URL gets the credentials of {identity}
#   because the old metadata service needs no token, which lets them use the role from outside.
# custom:
#   id: CMP-003
#   on: compute.vm
#   stride: disclosure
#   ease: 3
#   cwe: [918, 1188]
#   capec: [664]
#   attack: [T1552.005]
#   fix: >-
#     Set "http_tokens = \"required\"" in metadata_options.
package threatvet.threats.compute.old_metadata_service

threats contains threat if {
	some element in input.by_kind["compute.vm"]
	element.facts.metadata_token_required == false
	element.runs_as

	threat := {
		"on": element.id,
		"because": ["metadata_token_required"],
		"values": {"identity": element.runs_as},
	}
}
