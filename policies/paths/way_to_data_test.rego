package threatvet.threats.paths.way_to_data_test

import data.threatvet.threats.paths.way_to_data

step := {"from": "internet", "to": "aws_instance.web", "technique": "data-read", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "gains": "reads", "certain": true,
	"techniques": ["x-imds", "data-read"], "steps": [step, step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(change) := threats if {
	threats := way_to_data.threats with input.paths as [object.union(path, change)]
}

test_fires if {
	some threat in found({"end": "aws_s3_bucket.customers"})
	threat.values.steps == "2 steps"
}

test_silent_when_it_ends_in_administration if count(found({"end": "account-admin", "gains": "admin"})) == 0

test_silent_when_one_step_is_enough if count(found({"end": "aws_s3_bucket.customers", "steps": [step]})) == 0

test_silent_when_it_ends_in_the_rights_of_an_identity if count(found({"gains": "identity"})) == 0
