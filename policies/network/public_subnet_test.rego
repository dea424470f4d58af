package threatvet.threats.network.public_subnet_test

import data.threatvet.threats.network.public_subnet

found(kind, facts) := threats if {
	threats := public_subnet.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["network.subnet"] {
		some threat in found(kind, {"public_addresses": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("network.subnet", {"public_addresses": false})) == 0

test_silent_when_unknown if count(found("network.subnet", {})) == 0
