# METADATA
# title: Encrypted only once
# description: >-
#   Someone who gets at the keys of the service can read {element} because its storage is
#   not encrypted a second time below it, which lets one flaw be enough.
# custom:
#   id: OBJ-014
#   on: store.sql
#   also: [store.warehouse]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [311]
#   attack: [T1530]
#   fix: >-
#     Set "infrastructure_encryption_enabled = true" or "double_encryption_enabled = true".
package threatvet.threats.storage.once_encrypted

threats contains threat if {
	some kind in {"store.sql", "store.warehouse"}
	some element in input.by_kind[kind]
	element.facts.twice_encrypted == false

	threat := {"on": element.id, "because": ["twice_encrypted"]}
}
