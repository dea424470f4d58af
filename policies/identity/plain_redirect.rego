# METADATA
# title: Login tokens over plain HTTP
# description: >-
#   An eavesdropper can take the login of a user of {element} because it sends people back
#   over plain HTTP, which lets them act as that user.
# custom:
#   id: IDP-004
#   on: identity_provider
#   stride: spoofing
#   ease: 2
#   cwe: [319, 601]
#   attack: [T1528, T1557]
#   fix: >-
#     Use only https:// addresses in redirect_uris.
package threatvet.threats.identity.plain_redirect

threats contains threat if {
	some element in input.by_kind.identity_provider
	element.facts.redirects_plain == true

	threat := {"on": element.id, "because": ["redirects_plain"]}
}
