package threatvet.threats.keys.software_key_test

import data.threatvet.threats.keys.software_key

found(kind, facts) := threats if {
	threats := software_key.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("kms_key", {"hardware_key": false})
	threat.on == "e"
}

test_silent_when_on if count(found("kms_key", {"hardware_key": true})) == 0

test_silent_when_unknown if count(found("kms_key", {})) == 0
