package threatvet.threats.paths.forged_request_to_data_test

import data.threatvet.threats.paths.forged_request_to_data

step := {"from": "internet", "to": "aws_instance.web", "technique": "request-forgery", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "certain": true,
	"techniques": ["request-forgery", "x-imds", "data-read"], "steps": [step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

imds := {"from": "aws_instance.web", "to": "aws_iam_role.web", "technique": "x-imds", "actions": []}

found(change) := threats if {
	threats := forged_request_to_data.threats with input.paths as [object.union(path, change)]
}

test_fires if {
	some threat in found({"steps": [step, imds]})
	threat.path == "p"
	threat.values == {"entrance": "aws_instance.web", "role": "aws_iam_role.web"}
}

test_silent_when_it_starts_otherwise if count(found({"techniques": ["code-injection"], "steps": [step, imds]})) == 0

test_silent_when_no_credentials_are_lent if count(found({"steps": [step]})) == 0
