package threatvet.threats.paths.way_to_service_test

import data.threatvet.threats.paths.way_to_service

step := {"from": "internet", "to": "aws_iam_role.guest", "technique": "x-cognito-signup", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_iam_role.guest", "gains": "identity", "certain": true,
	"techniques": ["x-cognito-signup"], "steps": [step], "data": [],
}

found(change) := threats if {
	threats := way_to_service.threats with input.paths as [object.union(path, change)]
}

test_fires if {
	some threat in found({})
	threat.values.steps == "one step"
}

test_silent_when_it_reads_data if count(found({"gains": "reads"})) == 0

test_silent_when_it_ends_in_the_account if count(found({"gains": "admin"})) == 0
