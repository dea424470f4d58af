package threatvet.threats.network.unlocked_name_test

import data.threatvet.threats.network.unlocked_name

found(facts) := threats if {
	threats := unlocked_name.threats with input as {"by_kind": {"dns.zone": [{"id": "e", "facts": facts}]}}
}

test_fires if {
	some threat in found({"transfer_locked": false})
	threat.on == "e"
}

test_silent_when_not if count(found({"transfer_locked": true})) == 0

test_silent_when_unknown if count(found({})) == 0
