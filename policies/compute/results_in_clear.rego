# METADATA
# title: Results are kept in clear
# description: >-
#   Someone who obtains the storage behind {element} can read what it made because its results
#   are not encrypted, which lets them skip every login.
# custom:
#   id: CMP-027
#   on: ci.pipeline
#   also: [compute.batch, gateway.api]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [311]
#   attack: [T1530]
#   fix: >-
#     Leave "encryption_disabled" out, set "cache_data_encrypted = true", or turn encryption at rest on in the security
#     configuration.
package threatvet.threats.compute.results_in_clear

threats contains threat if {
	some kind in {"ci.pipeline", "compute.batch", "gateway.api"}
	some element in input.by_kind[kind]
	element.facts.encrypted_at_rest == false

	threat := {"on": element.id, "because": ["encrypted_at_rest"]}
}
