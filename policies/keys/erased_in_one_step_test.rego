package threatvet.threats.keys.erased_in_one_step_test

import data.threatvet.threats.keys.erased_in_one_step

found(kind, facts) := threats if {
	threats := erased_in_one_step.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["secret_store", "kms_key"] {
		some threat in found(kind, {"deletion_protection": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("secret_store", {"deletion_protection": true})) == 0

test_silent_when_unknown if count(found("secret_store", {})) == 0
