# METADATA
# title: No web firewall
# description: >-
#   An attacker can try known exploits on {element} without resistance because no web firewall
#   stands before an application that holds {stake}, which lets simple attacks through while a fix
#   is pending.
# custom:
#   id: GW-004
#   on: gateway.lb
#   also: [gateway.api, gateway.cdn]
#   stride: tampering
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1190]
#   fix: >-
#     Put a web firewall in front of it (aws_wafv2_web_acl_association, web_acl_id).
#   fixes:
#     aws: >-
#       Put a web firewall in front of it (aws_wafv2_web_acl_association).
#     aws_cloudfront: >-
#       Name an aws_wafv2_web_acl of the scope CLOUDFRONT in web_acl_id.
#     azurerm: >-
#       Name a web firewall policy (firewall_policy_id, web_application_firewall_policy_link_id).
#     google: >-
#       Name a google_compute_security_policy in security_policy of the backend service.
package threatvet.threats.gateway.no_firewall

import data.threatvet.lib.stakes

guarded_before(element) if {
	some id in element.through
	"waf" in input.by_id[id].controls
}

threats contains threat if {
	some kind in {"gateway.lb", "gateway.api", "gateway.cdn"}
	some element in input.by_kind[kind]
	element.exposure == "internet"
	not "waf" in element.controls
	not guarded_before(element)
	at_stake := stakes.at_stake_behind(element)
	count(at_stake) > 0

	threat := {
		"on": element.id,
		"because": [],
		"values": {"stake": at_stake},
		"reaches": element.leads_to,
	}
}

# One that is shown alone counts as an edge before something.
threats contains threat if {
	some kind in {"gateway.lb", "gateway.api", "gateway.cdn"}
	some element in input.by_kind[kind]
	element.exposure == "internet"
	not "waf" in element.controls
	not guarded_before(element)
	count(object.get(input.flows_from, element.id, [])) == 0
	count(element.uses) == 0

	threat := {
		"on": element.id,
		"because": [],
		"values": {"stake": ["what stands behind it, which the sources do not show"]},
	}
}
