package threatvet.threats.keys.open_secret_test

import data.threatvet.threats.keys.open_secret

found(facts) := threats if {
	threats := open_secret.threats with input as {"by_kind": {"secret_store": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_read": true})
	threat.on == "e"
}

test_silent_when_limited if count(found({"public_read": false})) == 0

test_silent_when_unknown if count(found({})) == 0
