# METADATA
# title: Tokens in addresses
# description: >-
#   Someone who sees a history, a log or a referrer can act as a user of {element} because
#   tokens are handed out in addresses, which lets them use what the user may.
# custom:
#   id: IDP-006
#   on: identity_provider
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [598, 522]
#   attack: [T1528]
#   fix: >-
#     Set "access_token_issuance_enabled = false" and use the code flow.
package threatvet.threats.identity.tokens_in_addresses

threats contains threat if {
	some element in input.by_kind.identity_provider
	element.facts.tokens_in_addresses == true

	threat := {"on": element.id, "because": ["tokens_in_addresses"]}
}
