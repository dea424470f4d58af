# METADATA
# title: No limit on calls
# description: >-
#   An attacker can try passwords or expensive queries at {element} without end because nothing
#   limits how often it is called, which lets them break in or drive up load and cost.
# custom:
#   id: GW-005
#   on: gateway.api
#   stride: denial
#   ease: 3
#   cwe: [307, 770]
#   capec: [49, 125]
#   attack: [T1110, T1499.003]
#   fix: >-
#     Set throttling_rate_limit and throttling_burst_limit on the stage, or a rate-based rule in
#     front of it.
package threatvet.threats.gateway.no_rate_limit

threats contains threat if {
	some element in input.by_kind["gateway.api"]
	element.facts.throttled == false
	element.exposure == "internet"
	not "rate_limit" in element.controls

	threat := {"on": element.id, "because": ["throttled"]}
}
