package threatvet.threats.logging.unmonitored_test

import data.threatvet.threats.logging.unmonitored

found(kind, facts) := threats if {
	threats := unmonitored.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["k8s.cluster", "compute.batch", "compute.vm"] {
		some threat in found(kind, {"monitored": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("k8s.cluster", {"monitored": true})) == 0

test_silent_when_unknown if count(found("k8s.cluster", {})) == 0
