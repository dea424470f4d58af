package threatvet.threats.pipeline.open_push_test

import data.threatvet.threats.pipeline.open_push

found(kind, facts) := threats if {
	threats := open_push.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.registry"] {
		some threat in found(kind, {"public_write": true})
		threat.on == "e"
	}
}

test_silent_when_not_so if count(found("store.registry", {"public_write": false})) == 0

test_silent_when_unknown if count(found("store.registry", {})) == 0
