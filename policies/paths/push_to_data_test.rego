package threatvet.threats.paths.push_to_data_test

import data.threatvet.threats.paths.push_to_data

step := {"from": "aws_iam_user.build", "to": "aws_iam_role.app", "technique": "x-ecr-push", "actions": ["ecr:PutImage"]}

path := {
	"id": "p", "start": "aws_iam_user.build", "end": "aws_s3_bucket.customers", "gains": "reads", "certain": false,
	"techniques": ["x-ecr-push", "data-read"], "steps": [step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(change) := threats if {
	threats := push_to_data.threats with input.paths as [object.union(path, change)]
}

test_fires if {
	some threat in found({})
	threat.values.role == "aws_iam_role.app"
}

test_silent_when_nothing_is_pushed if count(found({"steps": [object.union(step, {"technique": "sts-001"})]})) == 0
