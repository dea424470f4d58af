package threatvet.threats.cluster.no_pod_rules_test

import data.threatvet.threats.cluster.no_pod_rules

found(kind, facts) := threats if {
	threats := no_pod_rules.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.cluster", {"network_policy": false})
	threat.on == "e"
}

test_silent_when_on if count(found("k8s.cluster", {"network_policy": true})) == 0

test_silent_when_unknown if count(found("k8s.cluster", {})) == 0
