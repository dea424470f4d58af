package threatvet.threats.gateway.malformed_headers_test

import data.threatvet.threats.gateway.malformed_headers

found(kind, facts) := threats if {
	threats := malformed_headers.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["gateway.lb"] {
		some threat in found(kind, {"drops_invalid_headers": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("gateway.lb", {"drops_invalid_headers": true})) == 0

test_silent_when_unknown if count(found("gateway.lb", {})) == 0
