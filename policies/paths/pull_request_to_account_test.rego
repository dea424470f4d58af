package threatvet.threats.paths.pull_request_to_account_test

import data.threatvet.threats.paths.pull_request_to_account

step := {"from": "internet", "to": "aws_instance.web", "technique": "x-oidc", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "certain": true,
	"techniques": ["x-oidc", "data-read"], "steps": [step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

statement := {
	"kind": "trust",
	"conditions": [],
	"principals": [{"type": "Federated", "id": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"}],
}

found(change) := threats if {
	threats := pull_request_to_account.threats with input as {
		"paths": [path],
		"policies_of": {"aws_instance.web": [object.union(statement, change)]},
	}
}

test_fires if {
	some threat in found({})
	threat.values.role == "aws_instance.web"
}

test_silent_when_the_owner_is_named if count(found({"conditions": [{
	"operator": "stringlike",
	"key": "token.actions.githubusercontent.com:sub", "values": ["repo:example/shop:*"],
}]})) == 0

test_silent_when_it_is_no_code_host if count(found({"principals": []})) == 0

test_fires_when_it_starts_as_the_role if {
	threats := pull_request_to_account.threats with input as {
		"paths": [object.union(path, {"start": "aws_iam_role.ci"})],
		"policies_of": {"aws_iam_role.ci": [statement]},
	}
	some threat in threats
	threat.values.role == "aws_iam_role.ci"
}
