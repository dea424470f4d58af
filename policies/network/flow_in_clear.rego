# METADATA
# title: Traffic in clear
# description: >-
#   An attacker on the way from {sender} to {receiver} can read and change the traffic because it
#   crosses a trust boundary without encryption, which lets them steal credentials or alter
#   {what}.
# custom:
#   id: NET-002
#   on: flow
#   stride: disclosure
#   ease: 2
#   cwe: [319]
#   capec: [94, 157]
#   attack: [T1040, T1557]
#   fix: >-
#     Use TLS between the two (an https or TLS listener, protocol or origin policy).
package threatvet.threats.network.flow_in_clear

# carried names what travels: what the flow is known to carry, and what is kept or
# handled at either end.
carried(flow) := {d.name |
	some d in array.concat(flow.data, array.concat(at(flow.from), at(flow.to)))
	max([d.confidentiality, d.integrity]) >= 1
}

default at(_) := []

at(end) := input.by_id[end].data

# told_there holds for a receiver that offers no encryption, which is a threat of
# its own.
told_there(end) if input.by_id[end].facts.tls_required == false

threats contains threat if {
	some sent in input.flows_from
	some flow in sent
	flow.encryption == "none"
	not told_there(flow.to)
	count(flow.crosses) > 0
	at_stake := carried(flow)
	count(at_stake) > 0

	threat := {
		"on": flow.id,
		"because": [],
		"flow": flow.id,
		"values": {"sender": flow.from, "receiver": flow.to, "what": sort(at_stake)},
	}
}
