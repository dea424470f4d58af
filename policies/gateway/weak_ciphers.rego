# METADATA
# title: Weak ciphers offered
# description: >-
#   An attacker who records traffic of {element} can read it later because it offers ciphers
#   that are broken or keep no forward secrecy, which lets a stolen key open old sessions.
# custom:
#   id: GW-007
#   on: gateway.lb
#   also: [gateway.cdn, gateway.api]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [326, 327]
#   attack: [T1557, T1040]
#   fix: >-
#     Set "profile = \"MODERN\"" or "RESTRICTED", or leave the CBC and RSA ciphers out of
#     custom_features.
package threatvet.threats.gateway.weak_ciphers

threats contains threat if {
	some kind in {"gateway.lb", "gateway.cdn", "gateway.api"}
	some element in input.by_kind[kind]
	element.facts.weak_ciphers == true

	threat := {"on": element.id, "because": ["weak_ciphers"]}
}
