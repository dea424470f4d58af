package threatvet.threats.paths.way_to_no_return_test

import data.threatvet.threats.paths.way_to_no_return

path := {
	"id": "p", "start": "aws_iam_role.app", "as": "workload", "end": "aws_backup_vault.main", "gains": "erases", "certain": true,
	"techniques": ["x-erase-backup"], "steps": [],
	"data": [{"name": "Customers", "confidentiality": 4, "integrity": 3, "availability": 2}],
}

found(change) := threats if {
	threats := way_to_no_return.threats with input.paths as [object.union(path, change)]
}

test_fires if {
	some threat in found({})
	threat.path == "p"
}

test_silent_when_no_data_goes_with_it if count(found({"data": []})) == 0

test_silent_when_nothing_is_erased if count(found({"gains": "reads"})) == 0
