package threatvet.threats.identity.passwords_for_ever_test

import data.threatvet.threats.identity.passwords_for_ever

found(kind, facts) := threats if {
	threats := passwords_for_ever.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["identity_provider"] {
		some threat in found(kind, {"password_expires": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("identity_provider", {"password_expires": true})) == 0

test_silent_when_unknown if count(found("identity_provider", {})) == 0
