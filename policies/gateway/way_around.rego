# METADATA
# title: A way around the edge
# description: >-
#   An attacker can walk around the firewall of {element} because its origin {origin} answers
#   requests from anywhere, which lets them attack the application unfiltered.
# custom:
#   id: CDN-001
#   on: gateway.cdn
#   stride: tampering
#   ease: 3
#   cwe: [288, 693]
#   capec: [554]
#   attack: [T1190]
#   fix: >-
#     Let the origin answer only the CDN: an origin access control, or a secret header
#     (custom_header) that it checks.
package threatvet.threats.gateway.way_around

threats contains threat if {
	some element in input.by_kind["gateway.cdn"]
	element.facts.origin_protected == false
	"waf" in element.controls
	some flow in input.flows_from[element.id]
	input.by_id[flow.to].exposure == "internet"
	not element.id in input.by_id[flow.to].through

	threat := {
		"on": element.id,
		"because": ["origin_protected"],
		"values": {"origin": flow.to},
		"reaches": [flow.to],
	}
}
