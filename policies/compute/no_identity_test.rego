package threatvet.threats.compute.no_identity_test

import data.threatvet.threats.compute.no_identity

found(kind, facts) := threats if {
	threats := no_identity.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in [
		"compute.container", "compute.function", "compute.vm", "k8s.cluster", "compute.batch",
	] {
		some threat in found(kind, {"managed_identity": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("compute.container", {"managed_identity": true})) == 0

test_silent_when_unknown if count(found("compute.container", {})) == 0
