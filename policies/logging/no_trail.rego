# METADATA
# title: No audit trail
# description: >-
#   An insider or intruder can deny what they did because the account keeps no audit trail of
#   management actions, which lets incidents go unexplained.
# custom:
#   id: LOG-002
#   on: account
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1562.008]
#   fix: >-
#     Add an aws_cloudtrail with is_multi_region_trail and enable_log_file_validation; if another
#     repository keeps the trail, accept this with a reason.
package threatvet.threats.logging.no_trail

# baseline holds where the sources set up the account itself, with its detectors,
# its organisation or its rule for passwords: then a trail that is not there is not
# simply kept by another repository, as it is beside networks and users.
baseline if {
	some element in object.get(input.by_kind, "log.detector", [])
	element.provider == "aws"
}

baseline if count(object.get(input.by_kind, "org.root", [])) > 0

baseline if {
	some element in input.by_kind.identity_provider
	element.facts.password_min_length >= 0
}

threats contains threat if {
	count(input.by_kind["log.trail"]) == 0
	baseline

	threat := {"on": "account", "because": []}
}
