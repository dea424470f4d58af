package threatvet.threats.cluster.public_nodes_test

import data.threatvet.threats.cluster.public_nodes

found(kind, facts) := threats if {
	threats := public_nodes.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.cluster", {"private_nodes": false})
	threat.on == "e"
}

test_silent_when_on if count(found("k8s.cluster", {"private_nodes": true})) == 0

test_silent_when_unknown if count(found("k8s.cluster", {})) == 0
