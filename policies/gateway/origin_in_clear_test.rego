package threatvet.threats.gateway.origin_in_clear_test

import data.threatvet.threats.gateway.origin_in_clear

found(kind, facts) := threats if {
	threats := origin_in_clear.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["gateway.cdn"] {
		some threat in found(kind, {"origin_in_clear": true})
		threat.on == "e"
	}
}

test_silent_when_not_so if count(found("gateway.cdn", {"origin_in_clear": false})) == 0

test_silent_when_unknown if count(found("gateway.cdn", {})) == 0
