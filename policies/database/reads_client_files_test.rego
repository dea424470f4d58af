package threatvet.threats.database.reads_client_files_test

import data.threatvet.threats.database.reads_client_files

found(kind, facts) := threats if {
	threats := reads_client_files.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("store.sql", {"reads_local_files": true})
	threat.on == "e"
}

test_silent_when_off if count(found("store.sql", {"reads_local_files": false})) == 0

test_silent_when_unknown if count(found("store.sql", {})) == 0
