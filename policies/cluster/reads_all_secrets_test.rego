package threatvet.threats.cluster.reads_all_secrets_test

import data.threatvet.threats.cluster.reads_all_secrets

found(kind, facts) := threats if {
	threats := reads_all_secrets.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("identity.policy", {"reads_secrets": true})
	threat.on == "e"
}

test_silent_when_off if count(found("identity.policy", {"reads_secrets": false})) == 0

test_silent_when_unknown if count(found("identity.policy", {})) == 0
