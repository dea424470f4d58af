# METADATA
# title: Metadata without a token
# description: >-
#   An attacker who makes a program on {element} send one request can read its start script, and
#   its rights as soon as it gets a role, because the metadata service asks for no token, which
#   lets a small flaw grow.
# custom:
#   id: CMP-029
#   on: compute.vm
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [918, 1188]
#   attack: [T1552.005]
#   fix: >-
#     Set http_tokens = "required" in metadata_options.
package threatvet.threats.compute.metadata_without_role

threats contains threat if {
	some element in input.by_kind["compute.vm"]
	element.facts.metadata_token_required == false

	# With a role it is told as what it is then.
	not element.runs_as

	threat := {"on": element.id, "because": ["metadata_token_required"]}
}
