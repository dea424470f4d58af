# METADATA
# title: Our name can be moved away
# description: >-
#   Whoever gets into the registrar's account, or fools its help desk, can move {element} elsewhere
#   because its transfer lock is off, which lets them receive our mail and pose as our site.
# custom:
#   id: DNS-005
#   on: dns.zone
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [284]
#   attack: [T1584.001]
#   fix: >-
#     Set "transfer_lock = true".
package threatvet.threats.network.unlocked_name

threats contains threat if {
	some element in input.by_kind["dns.zone"]
	element.facts.transfer_locked == false

	threat := {"on": element.id, "because": ["transfer_locked"]}
}
