package threatvet.threats.identity.weak_passwords_test

import data.threatvet.threats.identity.weak_passwords

found(facts) := threats if {
	threats := weak_passwords.threats with input as {"by_kind": {"identity_provider": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"password_min_length": 8})
	threat.on == "e"
}

test_silent_when_long if count(found({"password_min_length": 14})) == 0

test_silent_when_unknown if count(found({})) == 0
