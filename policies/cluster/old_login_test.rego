package threatvet.threats.cluster.old_login_test

import data.threatvet.threats.cluster.old_login

found(kind, facts) := threats if {
	threats := old_login.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.cluster", {"legacy_authn": true})
	threat.on == "e"
}

test_silent_when_off if count(found("k8s.cluster", {"legacy_authn": false})) == 0

test_silent_when_unknown if count(found("k8s.cluster", {})) == 0
