package threatvet.threats.compute.disks_in_clear_test

import data.threatvet.threats.compute.disks_in_clear

found(kind, facts) := threats if {
	threats := disks_in_clear.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.batch", "compute.vm"] {
		some threat in found(kind, {"disks_encrypted": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("compute.batch", {"disks_encrypted": true})) == 0

test_silent_when_unknown if count(found("compute.batch", {})) == 0
