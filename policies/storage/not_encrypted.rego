# METADATA
# title: Stored in clear
# description: >-
#   Someone with a copy of what {element} keeps can read {data} because it is stored without
#   encryption, which lets them bypass our access rules.
# custom:
#   id: OBJ-007
#   on: store.object
#   also: [store.file, queue, stream]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [311]
#   capec: [37]
#   attack: [T1530]
#   fix: >-
#     Turn encryption at rest on ("encrypted", "encryption_type" or a KMS key, as the resource
#     names it).
package threatvet.threats.storage.not_encrypted

import data.threatvet.lib.stakes

threats contains threat if {
	some kind in {"store.object", "store.file", "queue", "stream"}
	some element in input.by_kind[kind]
	element.facts.encrypted_at_rest == false
	stakes.confidentiality(element) >= 2

	threat := {"on": element.id, "because": ["encrypted_at_rest"]}
}
