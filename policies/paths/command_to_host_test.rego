package threatvet.threats.paths.command_to_host_test

import data.threatvet.threats.paths.command_to_host

steps := [
	{"from": "internet", "to": "handler", "technique": "code-injection", "actions": []},
	{"from": "handler", "to": "aws_iam_role.node", "technique": "x-container-escape", "actions": []},
]

found(list) := threats if {
	threats := command_to_host.threats with input.paths as [{
		"id": "p", "start": "internet", "end": "aws_secretsmanager_secret.all", "certain": false,
		"techniques": [], "steps": list, "data": [],
	}]
}

test_fires if {
	some threat in found(steps)
	threat.values == {"container": "handler", "host": "aws_iam_role.node"}
}

test_silent_when_the_container_stays_closed if count(found([steps[0], object.union(steps[1], {"technique": "x-code-role"})])) == 0

test_silent_when_no_command_runs if count(found([object.union(steps[0], {"technique": "file-read"}), steps[1]])) == 0

test_silent_when_the_way_begins_in_the_container if count(found([steps[1]])) == 0
