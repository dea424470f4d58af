package threatvet.threats.logging.detector_off_test

import data.threatvet.threats.logging.detector_off

found(kind, facts) := threats if {
	threats := detector_off.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["log.detector", "store.sql", "gateway.waf"] {
		some threat in found(kind, {"detects": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("log.detector", {"detects": true})) == 0

test_silent_when_unknown if count(found("log.detector", {})) == 0
