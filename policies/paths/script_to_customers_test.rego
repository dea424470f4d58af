package threatvet.threats.paths.script_to_customers_test

import data.threatvet.threats.paths.script_to_customers

step := {"from": "aws_iam_user.dev", "to": "aws_s3_bucket.site", "technique": "data-write", "actions": ["s3:PutObject"]}

path := {
	"id": "p", "start": "aws_iam_user.dev", "end": "aws_s3_bucket.site", "gains": "changes", "certain": true,
	"techniques": ["data-write"], "steps": [step],
	"data": [{"name": "Web site", "confidentiality": 0, "integrity": 4, "availability": 2}],
}

found(kind, change) := threats if {
	threats := script_to_customers.threats with input as {
		"paths": [object.union(path, change)],
		"flows_to": {"aws_s3_bucket.site": [{"from": "front"}]},
		"by_id": {"front": {"id": "front", "kind": kind}},
	}
}

test_fires if {
	some threat in found("gateway.cdn", {})
	threat.values.gateway == "front"
}

test_silent_when_nobody_is_served if count(found("compute.vm", {})) == 0

test_silent_when_it_is_only_read if count(found("gateway.cdn", {"steps": [object.union(step, {"technique": "data-read"})]})) == 0
