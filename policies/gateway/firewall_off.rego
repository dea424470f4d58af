# METADATA
# title: Web firewall switched off
# description: >-
#   An attacker can try known exploits on what stands behind {element} because its web
#   firewall is off or only watches, which lets simple attacks through.
# custom:
#   id: GW-009
#   on: gateway.lb
#   also: [gateway.cdn, gateway.waf]
#   stride: tampering
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1190]
#   fix: >-
#     Turn it on (waf_configuration with "enabled = true",
#     web_application_firewall_policy_link_id, firewall_policy_id) and set "mode =
#     \"Prevention\"".
package threatvet.threats.gateway.firewall_off

threats contains threat if {
	some kind in {"gateway.lb", "gateway.cdn", "gateway.waf"}
	some element in input.by_kind[kind]
	element.facts.web_firewall == false

	threat := {"on": element.id, "because": ["web_firewall"]}
}
