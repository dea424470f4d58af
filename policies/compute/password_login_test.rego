package threatvet.threats.compute.password_login_test

import data.threatvet.threats.compute.password_login

found(kind, facts) := threats if {
	threats := password_login.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("compute.vm", {"password_login": true})
	threat.on == "e"
}

test_silent_when_off if count(found("compute.vm", {"password_login": false})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
