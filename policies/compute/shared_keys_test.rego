package threatvet.threats.compute.shared_keys_test

import data.threatvet.threats.compute.shared_keys

found(kind, facts) := threats if {
	threats := shared_keys.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("compute.vm", {"shared_keys": true})
	threat.on == "e"
}

test_silent_when_off if count(found("compute.vm", {"shared_keys": false})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
