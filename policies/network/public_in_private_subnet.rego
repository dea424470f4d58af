# METADATA
# title: Back-end machine on the internet
# description: >-
#   Anyone on the internet can reach {element} because it has a public address in {subnet}, which
#   is meant to be private, which lets them skip the front door.
# custom:
#   id: NET-008
#   on: compute.vm
#   stride: disclosure
#   ease: 3
#   cwe: [668]
#   capec: [300]
#   attack: [T1190]
#   fix: >-
#     Set "associate_public_ip_address = false" and take elastic addresses away.
package threatvet.threats.network.public_in_private_subnet

threats contains threat if {
	some element in input.by_kind["compute.vm"]
	element.facts.public_network_access == true
	element.exposure == "internet"
	some id in element.subnets
	regex.match("(?i)(^|[-_. ])(private|data|db|database|internal|backend|isolated)([-_. ]|$)", input.by_id[id].name)

	threat := {
		"on": element.id,
		"because": ["public_network_access"],
		"values": {"subnet": id},
	}
}
