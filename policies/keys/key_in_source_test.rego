package threatvet.threats.keys.key_in_source_test

import data.threatvet.threats.keys.key_in_source

found(kind, facts) := threats if {
	threats := key_in_source.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.block", "compute.vm", "store.snapshot"] {
		some threat in found(kind, {"key_literal": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("store.block", {"key_literal": false})) == 0

test_silent_when_unknown if count(found("store.block", {})) == 0
