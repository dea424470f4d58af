package threatvet.threats.compute.results_in_clear_test

import data.threatvet.threats.compute.results_in_clear

found(kind, facts) := threats if {
	threats := results_in_clear.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["ci.pipeline", "compute.batch"] {
		some threat in found(kind, {"encrypted_at_rest": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("ci.pipeline", {"encrypted_at_rest": true})) == 0

test_silent_when_unknown if count(found("ci.pipeline", {})) == 0
