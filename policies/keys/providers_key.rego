# METADATA
# title: Encrypted with the provider's key only
# description: >-
#   Whoever is let in to {element} by mistake reads {data} in clear because it is encrypted with
#   the provider's key, which opens for everyone with rights on the store, which lets one wrong
#   grant be enough.
# custom:
#   id: KMS-005
#   on: store.object
#   also: [store.sql, store.nosql, store.warehouse, store.block, store.file, store.cache, store.search, store.registry, queue, topic, stream, secret_store, log.sink, compute.batch, compute.function, k8s.cluster, store.snapshot]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [320, 311]
#   attack: [T1530]
#   fix: >-
#     Name a key of your own that only the programs in need may use (kms_key_name, kms_key_id,
#     default_kms_key_name, encryption_configuration, disk_encryption_set_id, customer_managed_key).
package threatvet.threats.keys.providers_key

import data.threatvet.lib.stakes

kinds := {
	"store.object", "store.sql", "store.nosql", "store.warehouse", "store.block", "store.file", "store.cache",
	"store.search", "store.registry", "queue", "topic", "stream", "secret_store", "log.sink", "compute.batch",
	"compute.function", "k8s.cluster", "store.snapshot",
}

# What computes over data keeps some of it.
keeps(element) if stakes.confidentiality(element) >= 2

keeps(element) if element.kind in {"compute.batch", "compute.function", "log.sink", "k8s.cluster", "store.snapshot"}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.customer_key == false

	# Where nothing is encrypted at all, that is told instead.
	not in_clear(element)

	# Access logs cannot be written where a key of one's own is taken.
	not takes_access_logs(element)
	keeps(element)

	threat := {"on": element.id, "because": ["customer_key"]}
}

in_clear(element) if element.facts.encrypted_at_rest == false

takes_access_logs(element) if element.facts.takes_access_logs == true
