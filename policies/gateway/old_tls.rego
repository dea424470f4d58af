# METADATA
# title: Old encryption accepted
# description: >-
#   An attacker on the path can force weak encryption because {element} still accepts TLS
#   {version}, which lets them read sessions.
# custom:
#   id: GW-003
#   on: gateway.lb
#   also: [gateway.api, gateway.cdn, store.search, store.object, store.sql, store.nosql, store.cache, store.warehouse, compute.container, compute.function, queue, topic, stream]
#   stride: disclosure
#   ease: 2
#   cwe: [326, 757]
#   capec: [220, 620]
#   attack: [T1557]
#   fix: >-
#     Choose a policy that starts at TLS 1.2 (ssl_policy, minimum_protocol_version,
#     tls_security_policy, min_tls_version, minimum_tls_version).
package threatvet.threats.gateway.old_tls

kinds := {
	"gateway.lb", "gateway.api", "gateway.cdn", "store.search", "store.object", "store.sql", "store.nosql",
	"store.cache", "store.warehouse", "compute.container", "compute.function", "queue", "topic", "stream",
}

threats contains threat if {
	some kind in kinds
	some element in input.by_kind[kind]
	element.facts.tls_min in {"1.0", "1.1"}

	threat := {
		"on": element.id,
		"because": ["tls_min"],
		"values": {"version": element.facts.tls_min},
	}
}
