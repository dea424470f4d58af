package threatvet.threats.identity.simple_passwords_test

import data.threatvet.threats.identity.simple_passwords

found(kind, facts) := threats if {
	threats := simple_passwords.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["identity_provider"] {
		some threat in found(kind, {"password_mixed": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("identity_provider", {"password_mixed": true})) == 0

test_silent_when_unknown if count(found("identity_provider", {})) == 0
