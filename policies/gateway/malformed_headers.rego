# METADATA
# title: Malformed headers are passed on
# description: >-
#   An attacker can slip requests past the rules of {element} because it passes malformed
#   headers on to the servers behind it, which lets one request be read as two.
# custom:
#   id: GW-010
#   on: gateway.lb
#   stride: tampering
#   ease: 2
#   safety_net: true
#   cwe: [444]
#   attack: [T1190]
#   fix: >-
#     Set "drop_invalid_header_fields = true".
package threatvet.threats.gateway.malformed_headers

threats contains threat if {
	some element in input.by_kind["gateway.lb"]
	element.facts.drops_invalid_headers == false

	threat := {"on": element.id, "because": ["drops_invalid_headers"]}
}
