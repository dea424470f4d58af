# METADATA
# title: Nothing raises an alarm
# description: >-
#   An attacker can work for weeks because nothing raises an alarm on suspicious actions in the
#   account that holds {stake}, which lets a small intrusion become a breach.
# custom:
#   id: LOG-011
#   on: account
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [223, 778]
#   attack: [T1562.001]
#   fix: >-
#     Turn a detector on (aws_guardduty_detector).
package threatvet.threats.logging.no_detector

# baseline holds where the sources set up the account itself, so that a trail
# that is not there is not simply somewhere else.
baseline if {
	some kind in {"network.vpc", "identity.user", "identity_provider"}
	count(input.by_kind[kind]) > 0
}

threats contains threat if {
	count(input.by_kind["log.detector"]) == 0
	baseline
	names := {d.name |
		some kind in {"store.object", "store.sql", "store.nosql", "secret_store"}
		some element in input.by_kind[kind]
		some d in element.data
		d.confidentiality >= 3
		d.declared == true
	}
	count(names) > 0

	threat := {
		"on": "account",
		"because": [],
		"values": {"stake": sort(names)},
	}
}
