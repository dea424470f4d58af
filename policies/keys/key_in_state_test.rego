package threatvet.threats.keys.key_in_state_test

import data.threatvet.threats.keys.key_in_state

found(kind, facts) := threats if {
	threats := key_in_state.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("secret_store", {"kept_in_state": true})
	threat.on == "e"
}

test_silent_when_off if count(found("secret_store", {"kept_in_state": false})) == 0

test_silent_when_unknown if count(found("secret_store", {})) == 0
