package threatvet.threats.keys.open_key_test

import data.threatvet.threats.keys.open_key

found(facts) := threats if {
	threats := open_key.threats with input as {"by_kind": {"kms_key": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_read": true})
	threat.on == "e"
}

test_silent_when_limited if count(found({"public_read": false})) == 0

test_silent_when_unknown if count(found({})) == 0
