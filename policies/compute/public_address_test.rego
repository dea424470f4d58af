package threatvet.threats.compute.public_address_test

import data.threatvet.threats.compute.public_address

found(kind, facts) := threats if {
	threats := public_address.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.vm", "compute.batch", "ci.runner"] {
		some threat in found(kind, {"public_network_access": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("compute.vm", {"public_network_access": false})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
