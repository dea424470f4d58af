package threatvet.threats.compute.own_logins_test

import data.threatvet.threats.compute.own_logins

found(kind, facts) := threats if {
	threats := own_logins.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in [
		"compute.vm", "compute.batch", "iac.config", "k8s.cluster", "store.sql",
		"compute.container", "compute.function",
	] {
		some threat in found(kind, {"central_login": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("compute.vm", {"central_login": true})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0

test_fires_for_a_database_with_passwords_only if count(found("store.sql", {"iam_authn": false})) == 1

test_silent_when_a_database_takes_cloud_logins if count(found("store.sql", {"iam_authn": true})) == 0
