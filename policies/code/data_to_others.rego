# METADATA
# title: Personal data goes to others
# description: >-
#   Whoever works at {receiver}, or breaks into it, reads {what} because {sender} sends it there,
#   which lets them use it outside your control.
# custom:
#   id: GOH-073
#   on: go.service
#   also: [go.handler, go.consumer]
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [359, 201]
#   attack: [T1567]
#   fix: >-
#     Send only the fields that the receiver needs, or a stand-in for the person; where all must
#     go there, agree on what happens to it and accept this threat with that reason.
package threatvet.threats.code.data_to_others

personal := {"pii", "special_pii", "payment", "credentials"}

threats contains threat if {
	some element in input.by_kind["external.saas"]
	some flow in input.flows_to[element.id]
	count(flow.crosses) > 0
	startswith(input.by_id[flow.from].kind, "go.")

	what := {d.name |
		some d in flow.data
		some category in d.categories
		category in personal
	}
	count(what) > 0

	threat := {
		"on": flow.from,
		"because": [],
		"flow": flow.id,
		"values": {"receiver": element.name, "sender": flow.from, "what": sort(what)},
	}
}
