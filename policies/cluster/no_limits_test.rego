package threatvet.threats.cluster.no_limits_test

import data.threatvet.threats.cluster.no_limits

found(kind, facts) := threats if {
	threats := no_limits.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.workload", {"limits_set": false})
	threat.on == "e"
}

test_silent_when_on if count(found("k8s.workload", {"limits_set": true})) == 0

test_silent_when_unknown if count(found("k8s.workload", {})) == 0
