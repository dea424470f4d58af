package threatvet.threats.compute.everyones_identity_test

import data.threatvet.threats.compute.everyones_identity

found(kind, facts) := threats if {
	threats := everyones_identity.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in [
		"compute.vm", "compute.container", "compute.function", "compute.batch", "k8s.cluster",
		"ci.pipeline",
	] {
		some threat in found(kind, {"default_identity": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("compute.vm", {"default_identity": false})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
