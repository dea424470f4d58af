package threatvet.threats.logging.silent_sessions_test

import data.threatvet.threats.logging.silent_sessions

found(kind, facts) := threats if {
	threats := silent_sessions.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["iac.config"] {
		some threat in found(kind, {"sessions_recorded": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("iac.config", {"sessions_recorded": true})) == 0

test_silent_when_unknown if count(found("iac.config", {})) == 0
