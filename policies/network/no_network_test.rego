package threatvet.threats.network.no_network_test

import data.threatvet.threats.network.no_network

found(kind, facts) := threats if {
	threats := no_network.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.warehouse", "compute.container", "compute.batch"] {
		some threat in found(kind, {"in_network": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("store.warehouse", {"in_network": true})) == 0

test_silent_when_unknown if count(found("store.warehouse", {})) == 0
