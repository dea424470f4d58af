package threatvet.threats.pipeline.open_issuer_test

import data.threatvet.threats.pipeline.open_issuer

found(kind, facts) := threats if {
	threats := open_issuer.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("identity_provider", {"federation_open": true})
	threat.on == "e"
}

test_silent_when_off if count(found("identity_provider", {"federation_open": false})) == 0

test_silent_when_unknown if count(found("identity_provider", {})) == 0
