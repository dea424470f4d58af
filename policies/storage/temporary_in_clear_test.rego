package threatvet.threats.storage.temporary_in_clear_test

import data.threatvet.threats.storage.temporary_in_clear

found(kind, facts) := threats if {
	threats := temporary_in_clear.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("compute.vm", {"host_encrypted": false})
	threat.on == "e"
}

test_silent_when_on if count(found("compute.vm", {"host_encrypted": true})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
