package threatvet.threats.paths.way_to_other_account_test

import data.threatvet.threats.paths.way_to_other_account

step := {"from": "aws_iam_user.dev", "to": "aws_iam_role.hub", "technique": "sts-001", "actions": []}

path := {
	"id": "p", "start": "aws_iam_user.dev", "end": "account:222222222222", "gains": "account", "certain": false,
	"techniques": ["sts-001", "x-other-account"], "steps": [step, step], "data": [],
}

found(change) := threats if {
	threats := way_to_other_account.threats with input.paths as [object.union(path, change)]
}

test_fires if {
	some threat in found({})
	threat.values.steps == "2 steps"
}

test_silent_when_one_step_is_enough if count(found({"steps": [step]})) == 0

test_silent_when_it_ends_in_the_account if count(found({"gains": "admin"})) == 0
