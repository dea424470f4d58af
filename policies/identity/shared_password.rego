# METADATA
# title: One password for all
# description: >-
#   Nobody can tell who used {element}, and one leak opens it for good, because all its
#   users share one password or key, which lets an attacker hide behind others.
# custom:
#   id: IAM-028
#   on: store.registry
#   also: [store.search, store.nosql, store.object, stream, queue, topic, secret_store, compute.batch]
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [522, 1390, 262]
#   attack: [T1552, T1078]
#   fix: >-
#     Let only identities of the directory in ("admin_enabled = false",
#     "local_authentication_enabled = false", "shared_access_key_enabled = false",
#     "local_authentication_disabled = true").
#   fixes:
#     azurerm_container_registry: >-
#       Set "admin_enabled = false".
#     azurerm_cosmosdb: >-
#       Set "local_authentication_disabled = true".
#     azurerm_eventhub: >-
#       Set "local_authentication_enabled = false".
#     azurerm_servicebus: >-
#       Set "local_auth_enabled = false".
#     azurerm_storage: >-
#       Set "shared_access_key_enabled = false".
package threatvet.threats.identity.shared_password

kinds := {
	"store.registry", "store.search", "store.nosql", "store.object", "stream", "queue", "topic",
	"secret_store", "compute.batch",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.shared_password == true

	threat := {"on": element.id, "because": ["shared_password"]}
}
