package threatvet.threats.storage.policies_may_publish_test

import data.threatvet.threats.storage.policies_may_publish

found(kind, facts) := threats if {
	threats := policies_may_publish.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.object"] {
		some threat in found(kind, {"policies_may_publish": true})
		threat.on == "e"
	}
}

test_silent_when_not_so if count(found("store.object", {"policies_may_publish": false})) == 0

test_silent_when_unknown if count(found("store.object", {})) == 0
