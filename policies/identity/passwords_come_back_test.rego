package threatvet.threats.identity.passwords_come_back_test

import data.threatvet.threats.identity.passwords_come_back

found(kind, facts) := threats if {
	threats := passwords_come_back.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["identity_provider"] {
		some threat in found(kind, {"password_reuse_prevented": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("identity_provider", {"password_reuse_prevented": true})) == 0

test_silent_when_unknown if count(found("identity_provider", {})) == 0
