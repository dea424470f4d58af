package threatvet.threats.storage.once_encrypted_test

import data.threatvet.threats.storage.once_encrypted

found(kind, facts) := threats if {
	threats := once_encrypted.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.sql", "store.warehouse"] {
		some threat in found(kind, {"twice_encrypted": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("store.sql", {"twice_encrypted": true})) == 0

test_silent_when_unknown if count(found("store.sql", {})) == 0
