package threatvet.threats.compute.old_runtime_test

import data.threatvet.threats.compute.old_runtime

found(kind, facts) := threats if {
	threats := old_runtime.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in [
		"compute.container", "compute.function", "compute.vm", "compute.batch", "store.sql",
		"store.cache", "k8s.cluster",
	] {
		some threat in found(kind, {"old_runtime": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("compute.container", {"old_runtime": false})) == 0

test_silent_when_unknown if count(found("compute.container", {})) == 0
