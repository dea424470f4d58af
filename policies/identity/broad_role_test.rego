package threatvet.threats.identity.broad_role_test

import data.threatvet.threats.identity.broad_role

found(kind, facts) := threats if {
	threats := broad_role.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("identity.policy", {"broad_role": true})
	threat.on == "e"
}

test_silent_when_off if count(found("identity.policy", {"broad_role": false})) == 0

test_silent_when_unknown if count(found("identity.policy", {})) == 0
