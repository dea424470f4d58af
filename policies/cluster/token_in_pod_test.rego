package threatvet.threats.cluster.token_in_pod_test

import data.threatvet.threats.cluster.token_in_pod

found(kind, facts) := threats if {
	threats := token_in_pod.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.workload", {"token_mounted": true})
	threat.on == "e"
}

test_silent_when_off if count(found("k8s.workload", {"token_mounted": false})) == 0

test_silent_when_unknown if count(found("k8s.workload", {})) == 0
