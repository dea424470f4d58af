package threatvet.threats.pipeline.open_registry_test

import data.threatvet.threats.pipeline.open_registry

found(facts) := threats if {
	threats := open_registry.threats with input as {"by_kind": {"store.registry": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_read": true})
	threat.on == "e"
}

test_silent_when_private if count(found({"public_read": false})) == 0

test_silent_when_unknown if count(found({})) == 0
