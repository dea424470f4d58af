# METADATA
# title: A key that works for everyone and everything
# description: >-
#   Whoever finds the key {element}, in an app, a page or a log, can call every interface that is
#   switched on because nothing limits from where it is used or for what, which lets them run up
#   costs and get at what the project shows.
# custom:
#   id: IAM-034
#   on: iac.config
#   stride: spoofing
#   ease: 3
#   cwe: [284, 798]
#   attack: [T1078.004, T1552]
#   fix: >-
#     Add a restrictions block: api_targets for what it is for, and server_key_restrictions,
#     browser_key_restrictions or the like for from where.
package threatvet.threats.identity.key_for_everything

threats contains threat if {
	some element in input.by_kind["iac.config"]
	element.facts.any_caller_key == true

	threat := {"on": element.id, "because": ["any_caller_key"]}
}
