package threatvet.threats.identity.no_second_factor_test

import data.threatvet.threats.identity.no_second_factor

found(kind, facts) := threats if {
	threats := no_second_factor.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["identity_provider", "identity.group"] {
		some threat in found(kind, {"mfa_required": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("identity_provider", {"mfa_required": true})) == 0

test_silent_when_unknown if count(found("identity_provider", {})) == 0
