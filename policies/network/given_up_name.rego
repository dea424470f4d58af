# METADATA
# title: A name that points at nothing of ours
# description: >-
#   An attacker can serve pages under {element} because it points at an address that whoever asks
#   first gets, and nothing in these sources has it, which lets them phish customers and take
#   cookies and logins meant for us.
# custom:
#   id: DNS-001
#   on: dns.record
#   stride: spoofing
#   ease: 3
#   cwe: [672]
#   capec: [154]
#   attack: [T1584.001]
#   fix: >-
#     Take the record away, or make what it points at and keep it as long as the record.
package threatvet.threats.network.given_up_name

threats contains threat if {
	some element in input.by_kind["dns.record"]
	element.facts.dangling == true

	threat := {"on": element.id, "because": ["dangling"]}
}
