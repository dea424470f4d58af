package threatvet.threats.storage.public_list_test

import data.threatvet.threats.storage.public_list

found(kind, facts) := threats if {
	threats := public_list.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.object"] {
		some threat in found(kind, {"public_list": true})
		threat.on == "e"
	}
}

test_silent_when_not_so if count(found("store.object", {"public_list": false})) == 0

test_silent_when_unknown if count(found("store.object", {})) == 0
