package threatvet.threats.gateway.weak_ciphers_test

import data.threatvet.threats.gateway.weak_ciphers

found(kind, facts) := threats if {
	threats := weak_ciphers.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["gateway.lb", "gateway.cdn", "gateway.api"] {
		some threat in found(kind, {"weak_ciphers": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("gateway.lb", {"weak_ciphers": false})) == 0

test_silent_when_unknown if count(found("gateway.lb", {})) == 0
