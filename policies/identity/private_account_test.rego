package threatvet.threats.identity.private_account_test

import data.threatvet.threats.identity.private_account

found(kind, facts) := threats if {
	threats := private_account.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("identity.policy", {"personal_account": true})
	threat.on == "e"
}

test_silent_when_off if count(found("identity.policy", {"personal_account": false})) == 0

test_silent_when_unknown if count(found("identity.policy", {})) == 0
