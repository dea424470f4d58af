package threatvet.threats.network.door_to_internet_test

import data.threatvet.threats.network.door_to_internet

found(kind, facts) := threats if {
	threats := door_to_internet.threats with input as {"by_kind": {kind: [{"id": "e", "facts": facts}]}}
}

test_fires if {
	every kind in ["secret_store", "store.object", "topic", "ci.pipeline"] {
		some threat in found(kind, {"public_network_access": true})
		threat.on == "e"
	}
}

test_silent_when_private if count(found("secret_store", {"public_network_access": false})) == 0

test_silent_when_unknown if count(found("secret_store", {})) == 0
