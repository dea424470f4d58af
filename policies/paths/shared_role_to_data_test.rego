package threatvet.threats.paths.shared_role_to_data_test

import data.threatvet.threats.paths.shared_role_to_data

steps := [
	{"from": "internet", "to": "handler", "technique": "code-injection", "actions": [], "weakness": "w", "weakness_kind": "command_injection"},
	{"from": "handler", "to": "aws_iam_role.shared", "technique": "x-code-role", "actions": []},
]

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "gains": "reads", "certain": true,
	"techniques": ["code-injection", "x-code-role"], "steps": steps,
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(other, change) := threats if {
	small := {"id": "small", "kind": "compute.function", "runs_as": "aws_iam_role.shared"}
	large := {"id": "large", "kind": "compute.function", "runs_as": other}
	threats := shared_role_to_data.threats with input as {
		"paths": [object.union(path, change)],
		"by_id": {"handler": {"id": "handler", "part_of": "small"}, "small": small, "large": large},
		"by_kind": {"compute.function": [small, large]},
	}
}

test_fires if {
	some threat in found("aws_iam_role.shared", {})
	threat.values == {"entrance": "handler", "role": "aws_iam_role.shared", "other": "large"}
}

test_silent_when_each_has_its_own if count(found("aws_iam_role.large", {})) == 0

test_silent_when_little_is_at_stake if count(found("aws_iam_role.shared", {"data": [{"confidentiality": 2}]})) == 0

test_silent_when_it_starts_elsewhere if count(found("aws_iam_role.shared", {"steps": [object.union(steps[0], {"weakness_kind": ""}), steps[1]]})) == 0
