# METADATA
# title: Cache without a lock
# description: >-
#   An intruder in the network can read and change what {element} keeps because {what}, which lets
#   them take over users' sessions.
# custom:
#   id: CAC-001
#   on: store.cache
#   stride: disclosure
#   ease: 2
#   cwe: [306, 319]
#   attack: [T1213]
#   fix: >-
#     Set "transit_encryption_enabled = true" and an auth_token or user group.
package threatvet.threats.database.open_cache

lacks(element) := object.union(
	{"authn_required": "it asks for no password" | element.facts.authn_required == false},
	{"tls_required": "connections are not encrypted" | element.facts.tls_required == false},
)

threats contains threat if {
	some element in input.by_kind["store.cache"]
	missing := lacks(element)
	count(missing) > 0

	threat := {
		"on": element.id,
		"because": [fact | some fact, _ in missing],
		"values": {"what": concat(" and ", [words | some words in missing])},
	}
}
