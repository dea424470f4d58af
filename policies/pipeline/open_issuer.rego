# METADATA
# title: The issuer lets everyone in
# description: >-
#   Anyone whom the foreign issuer knows, such as every repository of a code host, can take
#   on identities of the project because {element} has no condition, which lets a stranger
#   deploy.
# custom:
#   id: CIC-013
#   on: identity_provider
#   stride: spoofing
#   ease: 3
#   cwe: [284, 863]
#   attack: [T1078.004, T1199]
#   fix: >-
#     Set an attribute_condition that names the owner ("assertion.repository_owner ==
#     'acme'").
package threatvet.threats.pipeline.open_issuer

threats contains threat if {
	some element in input.by_kind.identity_provider
	element.facts.federation_open == true

	threat := {"on": element.id, "because": ["federation_open"]}
}
