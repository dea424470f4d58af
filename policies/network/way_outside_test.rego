package threatvet.threats.network.way_outside_test

import data.threatvet.threats.network.way_outside

found(kind, facts) := threats if {
	threats := way_outside.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("network.subnet", {"private_service_access": false})
	threat.on == "e"
}

test_silent_when_on if count(found("network.subnet", {"private_service_access": true})) == 0

test_silent_when_unknown if count(found("network.subnet", {})) == 0
