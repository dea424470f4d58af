package threatvet.threats.storage.public_read_test

import data.threatvet.threats.storage.public_read

found(facts) := threats if {
	threats := public_read.threats with input as {"by_kind": {"store.object": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_read": true})
	threat.on == "e"
}

test_silent_when_private if count(found({"public_read": false})) == 0

test_silent_when_unknown if count(found({})) == 0
