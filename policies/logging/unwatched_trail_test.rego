package threatvet.threats.logging.unwatched_trail_test

import data.threatvet.threats.logging.unwatched_trail

found(kind, facts) := threats if {
	threats := unwatched_trail.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["log.trail"] {
		some threat in found(kind, {"watched": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("log.trail", {"watched": true})) == 0

test_silent_when_unknown if count(found("log.trail", {})) == 0
