# METADATA
# title: Answers about names are not signed
# description: >-
#   An attacker on the way can send users of {element} to a machine of their own because
#   answers about its names are not signed, which lets them pose as us.
# custom:
#   id: DNS-003
#   on: dns.zone
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [345, 350]
#   attack: [T1557, T1584.002]
#   fix: >-
#     Add a dnssec_config with "state = \"on\"" (aws_route53_hosted_zone_dnssec).
package threatvet.threats.network.unsigned_names

threats contains threat if {
	some element in input.by_kind["dns.zone"]
	element.facts.dnssec == false

	threat := {"on": element.id, "because": ["dnssec"]}
}
