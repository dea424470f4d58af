package threatvet.threats.logging.alterable_records_test

import data.threatvet.threats.logging.alterable_records

found(kind, facts) := threats if {
	threats := alterable_records.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["log.trail"] {
		some threat in found(kind, {"log_file_validation": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("log.trail", {"log_file_validation": true})) == 0

test_silent_when_unknown if count(found("log.trail", {})) == 0
