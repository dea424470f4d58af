package threatvet.threats.paths.log_to_data_test

import data.threatvet.threats.paths.log_to_data

step := {"from": "aws_iam_user.support", "to": "aws_cloudwatch_log_group.shop", "technique": "data-read", "actions": ["logs:GetLogEvents"]}

path := {
	"id": "p", "start": "aws_iam_user.support", "end": "aws_cloudwatch_log_group.shop", "gains": "reads",
	"techniques": ["data-read"], "steps": [step], "certain": true,
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(change, grants, logs_to) := threats if {
	store := {"id": "customers", "kind": "store.sql", "data": path.data}
	threats := log_to_data.threats with input as {
		"paths": [object.union(path, change)],
		"by_id": {path.end: {"id": path.end, "kind": "log.sink"}, "customers": store, "bucket": {"id": "bucket", "kind": "store.object"}},
		"weaknesses": {"secret_in_log": [{"id": "w", "element": "handler", "service": "program", "runs_on": "function"}]},
		"flows_to": {logs_to: [{"from": "function", "to": logs_to}]},
		"flows_from": {"program": [{"from": "program", "to": "customers"}]},
		"grants_on": grants,
	}
}

test_fires if {
	some threat in found({}, {}, path.end)
	threat.values == {"function": "handler", "reader": "aws_iam_user.support"}
}

test_silent_when_the_reader_may_read_the_store if {
	count(found({}, {"customers": [{"identity": "aws_iam_user.support", "level": "read"}]}, path.end)) == 0
}

test_fires_when_someone_else_may if {
	count(found({}, {"customers": [{"identity": "aws_iam_user.owner", "level": "read"}]}, path.end)) == 1
}

test_silent_when_the_program_logs_elsewhere if count(found({}, {}, "elsewhere")) == 0

test_silent_when_it_ends_elsewhere if count(found({"end": "bucket"}, {}, path.end)) == 0

test_silent_when_the_log_is_only_changed if count(found({"gains": "changes"}, {}, path.end)) == 0

test_silent_when_little_is_at_stake if count(found({"data": [{"confidentiality": 2}]}, {}, path.end)) == 0
