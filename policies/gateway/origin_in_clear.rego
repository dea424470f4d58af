# METADATA
# title: In clear behind the edge
# description: >-
#   An eavesdropper between the edge and the servers can read what users send to {element}
#   because requests go on to the origin without encryption, which lets them steal cookies and
#   passwords.
# custom:
#   id: GW-012
#   on: gateway.cdn
#   stride: disclosure
#   ease: 1
#   cwe: [319]
#   attack: [T1557, T1040]
#   fix: >-
#     Set origin_protocol_policy = "https-only".
package threatvet.threats.gateway.origin_in_clear

threats contains threat if {
	some element in input.by_kind["gateway.cdn"]
	element.facts.origin_in_clear == true

	threat := {"on": element.id, "because": ["origin_in_clear"]}
}
