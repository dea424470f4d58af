package threatvet.threats.keys.no_expiry_test

import data.threatvet.threats.keys.no_expiry

found(kind, facts) := threats if {
	threats := no_expiry.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["secret_store", "kms_key"] {
		some threat in found(kind, {"expires": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("secret_store", {"expires": true})) == 0

test_silent_when_unknown if count(found("secret_store", {})) == 0
