package threatvet.threats.paths.command_to_host_test

import data.threatvet.threats.paths.command_to_host

step := {"from": "internet", "to": "aws_instance.web", "technique": "code-injection", "actions": []}

path := {
	"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "certain": true,
	"techniques": ["code-injection", "data-read"], "steps": [step],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(facts, techniques) := threats if {
	threats := command_to_host.threats with input as {
		"paths": [object.union(path, {"techniques": techniques})],
		"by_id": {"aws_instance.web": {"id": "aws_instance.web", "part_of": "task"}, "task": {"id": "task", "facts": facts}},
	}
}

test_fires if {
	some threat in found({"privileged": true}, ["code-injection"])
	threat.values.container == "task"
}

test_silent_when_confined if count(found({"privileged": false}, ["code-injection"])) == 0

test_silent_when_unknown if count(found({}, ["code-injection"])) == 0

test_silent_when_no_command_runs if count(found({"privileged": true}, ["request-forgery"])) == 0
