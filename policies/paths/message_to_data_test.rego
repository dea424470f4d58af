package threatvet.threats.paths.message_to_data_test

import data.threatvet.threats.paths.message_to_data

step := {"from": "internet", "to": "aws_instance.web", "technique": "sql-injection", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "certain": true,
	"techniques": ["sql-injection", "sql-store"], "steps": [step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(facts, kind) := threats if {
	threats := message_to_data.threats with input as {
		"paths": [object.union(path, {"steps": [object.union(step, {"weakness": "w", "weakness_kind": kind})]})],
		"by_id": {
			"aws_instance.web": {"id": "aws_instance.web"},
			"source": {"id": "source", "kind": "queue", "facts": facts},
		},
		"flows_to": {"aws_instance.web": [{"from": "source"}]},
	}
}

test_fires if {
	some threat in found({"public_write": true}, "sql_injection")
	threat.values.source == "source"
}

test_silent_when_only_we_can_write if count(found({"public_write": false}, "sql_injection")) == 0

test_silent_when_unknown if count(found({}, "sql_injection")) == 0

test_silent_when_input_is_harmless if count(found({"public_write": true}, "log_injection")) == 0
