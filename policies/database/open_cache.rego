# METADATA
# title: Cache without a lock
# description: >-
#   An intruder in the network can read and change what {element} keeps because it asks for no
#   password, which lets them take over users' sessions.
# custom:
#   id: CAC-001
#   on: store.cache
#   stride: disclosure
#   ease: 2
#   cwe: [306]
#   attack: [T1213]
#   fix: >-
#     Set an auth_token or user group ("transit_encryption_enabled = true" is needed for it), or
#     "auth_enabled = true", and leave authentication on.
#   fixes:
#     aws_elasticache: >-
#       Set "transit_encryption_enabled = true" with an auth_token or a user group (user_group_ids).
#     aws_memorydb: >-
#       Name an access list other than open-access in acl_name.
#     azurerm_redis: >-
#       Leave authentication on (authentication_enabled in redis_configuration).
#     google_redis: >-
#       Set "auth_enabled = true".
package threatvet.threats.database.open_cache

threats contains threat if {
	some element in input.by_kind["store.cache"]
	element.facts.authn_required == false

	threat := {"on": element.id, "because": ["authn_required"]}
}
