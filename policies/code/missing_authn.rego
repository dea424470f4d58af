# METADATA
# title: Nobody asks who is calling
# description: >-
#   Anyone who can reach {function} can call it as if they were signed in because neither the
#   gateway nor the code asks who they are, which lets them read or change data meant for named
#   users.
# custom:
#   id: GW-001
#   on: gateway.api
#   also: [go.handler, go.service]
#   stride: spoofing
#   ease: 4
#   cwe: [306]
#   capec: [115]
#   attack: [T1190]
#   fix: >-
#     Put the route behind the login middleware that its neighbours have.
package threatvet.threats.code.missing_authn

threats contains threat if {
	some weakness in input.reported["GW-001"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
