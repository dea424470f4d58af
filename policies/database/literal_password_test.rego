package threatvet.threats.database.literal_password_test

import data.threatvet.threats.database.literal_password

found(facts) := threats if {
	threats := literal_password.threats with input as {"by_kind": {"store.sql": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"password_literal": true})
	threat.on == "e"
}

test_silent_when_from_elsewhere if count(found({"password_literal": false})) == 0

test_silent_when_unknown if count(found({})) == 0
