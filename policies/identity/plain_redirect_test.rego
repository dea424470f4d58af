package threatvet.threats.identity.plain_redirect_test

import data.threatvet.threats.identity.plain_redirect

found(kind, facts) := threats if {
	threats := plain_redirect.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("identity_provider", {"redirects_plain": true})
	threat.on == "e"
}

test_silent_when_off if count(found("identity_provider", {"redirects_plain": false})) == 0

test_silent_when_unknown if count(found("identity_provider", {})) == 0
