package threatvet.threats.identity.long_lived_key_test

import data.threatvet.threats.identity.long_lived_key

found(facts) := threats if {
	threats := long_lived_key.threats with input as {"by_kind": {"identity.user": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"access_key": true})
	threat.on == "e"
}

test_silent_when_no_key if count(found({"access_key": false})) == 0

test_silent_when_unknown if count(found({})) == 0
