package threatvet.threats.identity.shared_password_test

import data.threatvet.threats.identity.shared_password

found(kind, facts) := threats if {
	threats := shared_password.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in [
		"store.registry", "store.search", "store.nosql", "store.object", "stream", "queue",
		"topic", "secret_store", "compute.batch",
	] {
		some threat in found(kind, {"shared_password": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("store.registry", {"shared_password": false})) == 0

test_silent_when_unknown if count(found("store.registry", {})) == 0
