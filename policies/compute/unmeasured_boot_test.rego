package threatvet.threats.compute.unmeasured_boot_test

import data.threatvet.threats.compute.unmeasured_boot

found(kind, facts) := threats if {
	threats := unmeasured_boot.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.vm", "k8s.cluster"] {
		some threat in found(kind, {"boot_measured": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("compute.vm", {"boot_measured": true})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
