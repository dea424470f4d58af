# METADATA
# title: Answers about names can be forged
# description: >-
#   An attacker can forge answers about the names of {element} because they are signed with
#   a broken algorithm, which lets them send users elsewhere.
# custom:
#   id: DNS-004
#   on: dns.zone
#   stride: spoofing
#   ease: 2
#   safety_net: true
#   cwe: [327, 345]
#   attack: [T1557]
#   fix: >-
#     Set "algorithm = \"ecdsap256sha256\"" or "rsasha256" in default_key_specs.
package threatvet.threats.network.weak_signature

threats contains threat if {
	some element in input.by_kind["dns.zone"]
	element.facts.dnssec_weak == true

	threat := {"on": element.id, "because": ["dnssec_weak"]}
}
