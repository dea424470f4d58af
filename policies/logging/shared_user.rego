# METADATA
# title: One name for people and programs
# description: >-
#   Somebody can deny what was done as {element} because the same user has a console password for
#   people and a key for programs, which lets each point at the other.
# custom:
#   id: LOG-010
#   on: identity.user
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [1390]
#   attack: [T1078]
#   fix: >-
#     Give programs a role, and people a login of their own.
package threatvet.threats.logging.shared_user

threats contains threat if {
	some element in input.by_kind["identity.user"]
	element.facts.access_key == true
	element.facts.console_login == true

	threat := {"on": element.id, "because": ["access_key", "console_login"]}
}
