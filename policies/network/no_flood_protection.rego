# METADATA
# title: No help against floods
# description: >-
#   A flood of requests can take {element} offline because nothing limits or absorbs it although
#   its owner calls an outage severe, which lets rented botnets stop the business.
# custom:
#   id: NET-010
#   on: gateway.lb
#   also: [gateway.api]
#   stride: denial
#   ease: 3
#   cwe: [400]
#   capec: [125]
#   attack: [T1498]
#   fix: >-
#     Put a rate limit (aws_wafv2_web_acl with a rate_based_statement), Shield or a CDN in front
#     of it.
package threatvet.threats.network.no_flood_protection

behind_cdn(element) if {
	some id in element.through
	input.by_id[id].kind == "gateway.cdn"
}

threats contains threat if {
	some kind in {"gateway.lb", "gateway.api"}
	some element in input.by_kind[kind]
	element.exposure == "internet"
	element.if_down == "severe"
	not "rate_limit" in element.controls
	not behind_cdn(element)

	threat := {"on": element.id, "because": []}
}
