package threatvet.threats.logging.silent_connections_test

import data.threatvet.threats.logging.silent_connections

found(facts) := threats if {
	threats := silent_connections.threats with input as {"by_kind": {"store.sql": [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found({"connections_recorded": false})
	threat.on == "e"
}

test_silent_when_recorded if count(found({"connections_recorded": true})) == 0

test_silent_when_unknown if count(found({})) == 0
