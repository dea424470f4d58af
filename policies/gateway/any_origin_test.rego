package threatvet.threats.gateway.any_origin_test

import data.threatvet.threats.gateway.any_origin

found(kind, facts) := threats if {
	threats := any_origin.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["gateway.api", "compute.function", "compute.container", "store.object"] {
		some threat in found(kind, {"cors_any_origin": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("gateway.api", {"cors_any_origin": false})) == 0

test_silent_when_unknown if count(found("gateway.api", {})) == 0
