package threatvet.threats.network.plain_inside_test

import data.threatvet.threats.network.plain_inside

found(kind, facts) := threats if {
	threats := plain_inside.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.search", "compute.batch", "stream", "store.cache"] {
		some threat in found(kind, {"encrypted_inside": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("store.search", {"encrypted_inside": true})) == 0

test_silent_when_unknown if count(found("store.search", {})) == 0
