package threatvet.threats.identity.impersonates_all_test

import data.threatvet.threats.identity.impersonates_all

found(kind, facts) := threats if {
	threats := impersonates_all.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("identity.policy", {"impersonates_all": true})
	threat.on == "e"
}

test_silent_when_off if count(found("identity.policy", {"impersonates_all": false})) == 0

test_silent_when_unknown if count(found("identity.policy", {})) == 0
