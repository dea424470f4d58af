package threatvet.threats.paths.way_to_administrator_test

import data.threatvet.threats.paths.way_to_administrator

step := {"from": "internet", "to": "aws_instance.web", "technique": "data-read", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "certain": true,
	"techniques": ["data-read"], "steps": [step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(change) := threats if {
	threats := way_to_administrator.threats with input.paths as [object.union(path, change)]
}

test_fires if {
	some threat in found({"end": "account-admin"})
	threat.values.steps == "one step"
}

test_silent_when_it_ends_in_data if count(found({"end": "aws_s3_bucket.customers"})) == 0

test_silent_when_there_are_no_steps if count(found({"end": "account-admin", "steps": []})) == 0
