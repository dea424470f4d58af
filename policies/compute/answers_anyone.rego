# METADATA
# title: Answers anyone
# description: >-
#   Anyone on the internet can use {element} because nothing before the program asks who
#   calls, which lets every forgotten page be open.
# custom:
#   id: CMP-024
#   on: compute.container
#   also: [compute.function]
#   stride: spoofing
#   ease: 2
#   safety_net: true
#   cwe: [306]
#   attack: [T1190]
#   fix: >-
#     Turn authentication on (auth_settings or auth_settings_v2 with enabled = true), or ask
#     for client certificates ("client_certificate_enabled = true").
package threatvet.threats.compute.answers_anyone

threats contains threat if {
	some kind in {"compute.container", "compute.function"}
	some element in input.by_kind[kind]
	element.facts.authn_required == false
	element.exposure == "internet"

	threat := {"on": element.id, "because": ["authn_required"]}
}
