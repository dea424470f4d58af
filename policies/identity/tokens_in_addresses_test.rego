package threatvet.threats.identity.tokens_in_addresses_test

import data.threatvet.threats.identity.tokens_in_addresses

found(kind, facts) := threats if {
	threats := tokens_in_addresses.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("identity_provider", {"tokens_in_addresses": true})
	threat.on == "e"
}

test_silent_when_off if count(found("identity_provider", {"tokens_in_addresses": false})) == 0

test_silent_when_unknown if count(found("identity_provider", {})) == 0
