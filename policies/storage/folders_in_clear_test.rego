package threatvet.threats.storage.folders_in_clear_test

import data.threatvet.threats.storage.folders_in_clear

found(kind, facts) := threats if {
	threats := folders_in_clear.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.container"] {
		some threat in found(kind, {"mounts_encrypted": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("compute.container", {"mounts_encrypted": true})) == 0

test_silent_when_unknown if count(found("compute.container", {})) == 0
