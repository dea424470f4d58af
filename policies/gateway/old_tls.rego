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
#   fixes:
#     aws_alb: >-
#       Set "ssl_policy = \"ELBSecurityPolicy-TLS13-1-2-2021-06\"" or another that starts at TLS
#       1.2.
#     aws_api: >-
#       Set "security_policy = \"TLS_1_2\"" on the domain name.
#     aws_cloudfront: >-
#       Set "minimum_protocol_version = \"TLSv1.2_2021\"" in viewer_certificate, with a certificate
#       of your own.
#     aws_lb: >-
#       Set "ssl_policy = \"ELBSecurityPolicy-TLS13-1-2-2021-06\"" or another that starts at TLS
#       1.2.
#     azurerm: >-
#       Set the smallest version to 1.2 (minimum_tls_version, min_tls_version, ssl_policy).
#     google: >-
#       Set "min_tls_version = \"TLS_1_2\"" in a google_compute_ssl_policy, and name it in
#       ssl_policy.
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
