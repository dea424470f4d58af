package threatvet.threats.database.shared_logins_test

import data.threatvet.threats.database.shared_logins

found(kind, facts) := threats if {
	threats := shared_logins.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("store.sql", {"shared_logins": true})
	threat.on == "e"
}

test_silent_when_off if count(found("store.sql", {"shared_logins": false})) == 0

test_silent_when_unknown if count(found("store.sql", {})) == 0
