# METADATA
# title: Every web site may read answers
# description: >-
#   A malicious page can read answers of {element} in a visitor's browser because it lets
#   web pages of any site do so, which lets it use what the visitor may see.
# custom:
#   id: GW-008
#   on: gateway.api
#   also: [compute.function, compute.container, store.object]
#   stride: disclosure
#   ease: 2
#   safety_net: true
#   cwe: [942, 346]
#   attack: [T1189]
#   fix: >-
#     Name the sites that need it in allowed_origins instead of "*".
package threatvet.threats.gateway.any_origin

threats contains threat if {
	some kind in {"gateway.api", "compute.function", "compute.container", "store.object"}
	some element in input.by_kind[kind]
	element.facts.cors_any_origin == true

	threat := {"on": element.id, "because": ["cors_any_origin"]}
}
