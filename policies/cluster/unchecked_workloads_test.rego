package threatvet.threats.cluster.unchecked_workloads_test

import data.threatvet.threats.cluster.unchecked_workloads

found(kind, facts) := threats if {
	threats := unchecked_workloads.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.cluster", {"admission_policy": false})
	threat.on == "e"
}

test_silent_when_on if count(found("k8s.cluster", {"admission_policy": true})) == 0

test_silent_when_unknown if count(found("k8s.cluster", {})) == 0
