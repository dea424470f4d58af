package threatvet.threats.paths.unasked_to_data_test

import data.threatvet.threats.paths.unasked_to_data

step := {"from": "internet", "to": "aws_instance.web", "technique": "missing-authn", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "certain": true,
	"techniques": ["missing-authn", "data-read"], "steps": [step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(kind, change) := threats if {
	threats := unasked_to_data.threats with input.paths as [object.union(
		object.union(path, {"steps": [object.union(step, {"weakness_kind": kind})]}),
		change,
	)]
}

test_fires if count(found("missing_authn", {})) == 1

test_silent_when_another_weakness if count(found("request_forgery", {})) == 0

test_silent_when_little_is_at_stake if count(found("missing_authn", {"data": [{"confidentiality": 2}]})) == 0

test_silent_when_it_starts_inside if count(found("missing_authn", {"start": "aws_iam_user.dev"})) == 0
