package threatvet.threats.paths.old_key_to_account_test

import data.threatvet.threats.paths.old_key_to_account

step := {"from": "internet", "to": "aws_instance.web", "technique": "iam-007", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "certain": true,
	"techniques": ["iam-007"], "steps": [step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(change, facts) := threats if {
	threats := old_key_to_account.threats with input as {
		"paths": [object.union(path, change)],
		"identities": {"aws_iam_user.old": {"id": "aws_iam_user.old", "kind": "user", "facts": facts}},
	}
}

way := {"start": "aws_iam_user.old", "end": "account-admin"}

test_fires if {
	some threat in found(way, {"access_key": true})
	threat.path == "p"
}

test_silent_when_there_is_no_key if count(found(way, {"access_key": false})) == 0

test_silent_when_unknown if count(found(way, {})) == 0

test_silent_when_it_ends_elsewhere if count(found({"start": "aws_iam_user.old"}, {"access_key": true})) == 0
