package threatvet.threats.compute.unverified_boot_test

import data.threatvet.threats.compute.unverified_boot

found(kind, facts) := threats if {
	threats := unverified_boot.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.vm", "k8s.cluster", "compute.batch"] {
		some threat in found(kind, {"verified_boot": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("compute.vm", {"verified_boot": true})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
