# METADATA
# title: Directory searches of the caller's choice
# description: >-
#   Whoever can send requests to {function} can change what a directory search looks for because
#   input becomes part of its filter, which lets them sign in or read entries as somebody else.
# custom:
#   id: GOH-016
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 3
#   cwe: [90]
#   capec: [136]
#   attack: [T1190]
#   fix: >-
#     Escape each part: ldap.EscapeFilter, ldap.EscapeDN.
package threatvet.threats.code.ldap_injection

threats contains threat if {
	some weakness in input.reported["GOH-016"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
