# METADATA
# title: Service with a door to the internet
# description: >-
#   Anyone on the internet can reach {element} and try stolen keys on it because it answers on a
#   public address, which lets one leaked key be enough.
# custom:
#   id: NET-015
#   on: secret_store
#   also: [store.object, store.file, store.search, store.cache, store.registry, queue, topic, stream, ci.pipeline]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [668]
#   capec: [300]
#   attack: [T1190, T1078.004]
#   fix: >-
#     Set "public_network_access_enabled = false" (network_acls or network_rules with
#     "default_action = \"Deny\"") and use a private endpoint.
#   fixes:
#     azurerm_key_vault: >-
#       Set "public_network_access_enabled = false", or network_acls with "default_action =
#       \"Deny\"", and use a private endpoint.
#     azurerm_storage: >-
#       Set "public_network_access_enabled = false", or network_rules with "default_action =
#       \"Deny\"", and use a private endpoint.
package threatvet.threats.network.door_to_internet

kinds := {
	"secret_store", "store.object", "store.file", "store.search", "store.cache", "store.registry", "queue", "topic",
	"stream", "ci.pipeline",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.public_network_access == true

	threat := {"on": element.id, "because": ["public_network_access"]}
}
