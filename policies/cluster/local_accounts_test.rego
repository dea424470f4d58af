package threatvet.threats.cluster.local_accounts_test

import data.threatvet.threats.cluster.local_accounts

found(kind, facts) := threats if {
	threats := local_accounts.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.cluster", {"local_accounts": true})
	threat.on == "e"
}

test_silent_when_off if count(found("k8s.cluster", {"local_accounts": false})) == 0

test_silent_when_unknown if count(found("k8s.cluster", {})) == 0
