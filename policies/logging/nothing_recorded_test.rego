package threatvet.threats.logging.nothing_recorded_test

import data.threatvet.threats.logging.nothing_recorded

found(kind, facts) := threats if {
	threats := nothing_recorded.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["log.sink", "log.trail"] {
		some threat in found(kind, {"recording": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("log.sink", {"recording": true})) == 0

test_silent_when_unknown if count(found("log.sink", {})) == 0
