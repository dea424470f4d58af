package threatvet.threats.network.default_network_test

import data.threatvet.threats.network.default_network

found(kind, facts) := threats if {
	threats := default_network.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["iac.config", "network.vpc"] {
		some threat in found(kind, {"default_network": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("iac.config", {"default_network": false})) == 0

test_silent_when_unknown if count(found("iac.config", {})) == 0
