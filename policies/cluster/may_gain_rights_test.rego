package threatvet.threats.cluster.may_gain_rights_test

import data.threatvet.threats.cluster.may_gain_rights

found(kind, facts) := threats if {
	threats := may_gain_rights.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.workload", {"escalation_allowed": true})
	threat.on == "e"
}

test_silent_when_off if count(found("k8s.workload", {"escalation_allowed": false})) == 0

test_silent_when_unknown if count(found("k8s.workload", {})) == 0
